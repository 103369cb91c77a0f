#!/usr/bin/env bash
# Checks of the source text that no compiler makes.
#
#   usage: lint.sh CHECK [ROOT]     CHECK is a function below; it prints each offence, and any offence fails
set -uo pipefail
self=$(readlink -f "${BASH_SOURCE[0]}")
check=$1
tree=${2:-}
cd "${tree:-$(dirname "$self")/..}" || exit 2

# The files a clone would have; a source archive without git has all but the build.
mapfile -d '' -t all < <({ git ls-files -z --cached --others --exclude-standard 2>/dev/null \
  || find . \( -path ./build -o -path ./.git \) -prune -o -type f -printf '%P\0'; } | sort -zu)
files() { # REGEX: those of them whose path matches, each ended by NUL
  local file
  for file in "${all[@]}"; do [[ $file =~ $1 && -e $file ]] && printf '%s\0' "$file"; done
}
found() { # REGEX PATTERN [GREP OPTIONS...]: lines of those files that match
  files "$1" | xargs -0 -r grep -nHIE "${@:3}" -e "$2"
}

# Which folder may include what: nothing looks up (README, "How the source is laid out").
layers() {
  may_not '^models/' '(app|widgets|plotting|db)/|Qt?(Sql|Widget|Application|MessageBox)'
  may_not '^models/[^i]' 'models/items/|QAbstract\w+Model|Q(tGui|Image|Pixmap|Color|Painter)'
  may_not '^plotting/' '(app|widgets|db)/|models/items/|QSql|QtSql'
  may_not '^db/' '(app|widgets|plotting)/|models/items/|QWidget|QtWidgets|QApplication|QMessageBox'
  may_not '^widgets/' '(app|db)/|QSql|QtSql'
  may_not '^app/' 'QSql|QtSql'
  may_not '^app/commands/' 'widgets/|app/controllers/|QWidget|QtWidgets|QMessageBox'
  may_not '^(app|widgets|models|db)/' 'qcustomplot'
  # A header of plotting/ that shows QCustomPlot is for plotting's own sources.
  local inner
  inner=$(files '^plotting/.*\.h$' | xargs -0 -r grep -l '^#include <qcustomplot' | paste -sd '|')
  [[ -z $inner ]] || may_not '^(app|widgets|tests)/' "($inner)"
  [[ -z $inner ]] || may_not '^plotting/.*\.h$' "($inner)" | grep -vE "^($inner):"
}
may_not() { # PATHS INCLUDES
  found "$1" "^ *# *include *[<\"]($2)" --include='*.h' --include='*.cpp' | sed 's/$/   (forbidden here)/'
}

format() { files '\.(h|cpp)$' | xargs -0 -r clang-format --dry-run 2>&1 | grep -E '^[^ ]+:[0-9]+:[0-9]+: '; }

# Every source file is named in its folder's CMakeLists.txt, every test is registered: nothing lies about unbuilt.
listed() {
  local file folder name
  while IFS= read -rd '' file; do
    folder=${file%/*}
    until [[ -e $folder/CMakeLists.txt || $folder != */* ]]; do folder=${folder%/*}; done
    name=${file#"$folder/"}
    if [[ $name =~ ^(tst|bench)_(.*)\.cpp$ ]]; then name="specdesk_test(${BASH_REMATCH[2]}"; fi
    tr -s ' \t' '\n' 2>/dev/null <"$folder/CMakeLists.txt" | sed 's/)*$//' | grep -xF "$name" >/dev/null || echo "$file: not in $folder/CMakeLists.txt"
  done < <(files '^(app|widgets|models|plotting|db)/.*\.(h|cpp)$|^tests/.*\.cpp$')
}

sizes() {
  files '\.(h|cpp|cmake|sh)$|CMakeLists.txt$|^\.ci/|^(run|test)$' | xargs -0 -r wc -l \
    | awk '$1 > 400 && $2 != "total" { print $2 ": " $1 " lines; 400 is the most" }'
}

leftovers() { found '\.(h|cpp|cmake|sh|sql|md|txt)$|^\.ci/|^(run|test)$' '\b(TO[D]O|FIX[M]E|X[X]X|HA[C]K)\b|^[<=>]{7}( |$)'; }

# SQL texts live in resources/sql. Values reach them by binding only; a {name} in them stands for a checked schema name.
sql() {
  found '^(app|widgets|plotting|models)/.*\.cpp$|^db/stores/' '"(SELECT|INSERT|UPDATE|DELETE|REPLACE|CREATE|ALTER|DROP)( |\\n|")'
  found '^db/.*\.cpp$' 'sqlText\([^)]*\) *(\+|\.(arg|append)|\.replace\(u?"[^{])|(exec|prepare)\(.*(\.arg\(|" *\+|\+ *u?")'
}

# Nothing of the machine it was written on.
places() {
  local hosts=
  [[ -n $tree ]] || hosts=$(apt-get indextargets --format "\$(SITE)" 'Origin: Debian' 2>/dev/null | sort -u | grep . | sed 's/[.]/[.]/g' | paste -sd '|')
  found . "(^|[^[:alnum:]._-])/(wor[k]|roo[t]|hom[e])/|[a-z]*\.debia[n]\.(org|net)/debian${hosts:+|$hosts}"
}

# Every text of the program has its translation, and no translation has lost its text. lupdate, let loose on a copy, marks both.
translations() {
  local text copy sources extent
  mapfile -d '' -t sources < <(files '^(app|widgets|plotting|db|models)/.*\.(h|cpp)$')
  copy=$(mktemp --suffix .ts)
  trap 'rm -f "$copy"' RETURN
  while IFS= read -rd '' text; do
    cp "$text" "$copy"
    extent=()
    [[ $text != *_en.ts ]] || extent=(-pluralonly)
    "${LUPDATE:-/usr/lib/qt6/bin/lupdate}" -silent -locations none "${extent[@]}" -I . "${sources[@]}" -ts "$copy" 2>&1
    grep -B 4 -E 'type="(unfinished|vanished|obsolete)"' "$copy" | sed "s|^|$text: |"
  done < <(files '^translations/.*\.ts$')
}

# Each step of a schema has a number of its own: the migrator counts finished steps by it.
migrations() {
  files '^resources/sql/migrations/.*\.sql$' | tr '\0' '\n' | sed -E 's|(.*/[0-9]{4})_.*|\1|' | sort | uniq -d | sed 's/$/: two migrations with this number/'
}

toplevel() {
  printf '%s\n' "${all[@]%%/*}" | sort -u | grep -vxE '\..*|CMakeLists.txt|CMakePresets.json|app|widgets|models|plotting|db|resources|translations|tests|docs|README.md|LICENSE|CHANGELOG.md|run|test' \
    | sed 's/$/: the top level is for what the README names/'
}

# A check that cannot fail is a defect: each line below, alone in a tree, must be refused by its check.
self() {
  local tree name file text
  tree=$(mktemp -d)
  trap 'rm -rf "$tree"' RETURN
  while IFS='|' read -r name file text; do
    rm -rf "${tree:?}"/*
    mkdir -p "$tree/$(dirname "$file")"
    touch "$tree/${file%%/*}/CMakeLists.txt" 2>/dev/null
    printf '%b\n' "$text" >"$tree/$file"
    if bash "$self" "$name" "$tree" >/dev/null; then echo "$name misses: $file: $text"; fi
  done <<'LINES'
layers|models/spectrum/a.h|#include "db/sql/dbthread.h"
layers|models/spectrum/a.h|#include <QImage>
layers|models/items/a.h|#include <QSqlQuery>
layers|plotting/a.cpp|#include "models/items/queuemodel.h"
layers|widgets/a.cpp|#include <qcustomplot.h>
layers|db/stores/a.h|#include <QWidget>
layers|db/stores/a.h|#include "models/items/queuemodel.h"
layers|widgets/pages/a.cpp|#include "db/sql/dbthread.h"
layers|widgets/a.cpp|#include <QSqlDatabase>
layers|app/a.cpp|#include <QSqlDatabase>
layers|app/commands/a.cpp|#include "widgets/frame/messagebar.h"
format|models/a.cpp|int  a;
listed|models/values/a.h|#pragma once
listed|tests/tst_a.cpp|int a;
listed|tests/support/a.cpp|int a;
leftovers|models/a.h|// TO\x44O later
leftovers|docs/a.md|<<<<<<< ours
sql|db/stores/a.cpp|auto a = u"SELECT obsid FROM spec_info"_s;
sql|db/stores/a.cpp|query.prepare(sqlText(u"select_one"_s).arg(obsid));
sql|db/stores/a.cpp|sqlText(u"select_one"_s).replace(u":obsid"_s, obsid);
sql|db/sql/a.cpp|query.exec(u"USE "_s + name + u";"_s);
sql|app/commands/a.cpp|run(u"DELETE FROM spec_info"_s);
places|docs/a.md|see /hom\x65/me/spectra
places|docs/a.md|http://deb.debia\x6e.org/debian
toplevel|scripts/a.sh|true
toplevel|notes.md|text
LINES
  rm -rf "${tree:?}"/*
  mkdir "$tree"/{plotting,widgets,translations}
  echo 'auto text = QCoreApplication::translate("a", "new");' >"$tree/widgets/a.cpp"
  echo '<!DOCTYPE TS><TS version="2.1" language="zh_CN"></TS>' >"$tree/translations/a.ts"
  [[ $(bash "$self" translations "$tree") == *"<source>new"* ]] || echo "translations misses a new text"
  echo '#include <qcustomplot.h>' >"$tree/plotting/canvas.h"
  echo '#include "plotting/canvas.h"' | tee "$tree/plotting/plot.h" >"$tree/widgets/a.cpp"
  [[ $(bash "$self" layers "$tree" | wc -l) == 2 ]] || echo "layers misses a way to QCustomPlot"
  mkdir -p "$tree/resources/sql/migrations/check"
  touch "$tree/resources/sql/migrations/check/"{0001_a,0001_b}.sql
  if bash "$self" migrations "$tree" >/dev/null; then echo "migrations misses a number given twice"; fi
  seq 401 >"$tree/a.h"
  if bash "$self" sizes "$tree" >/dev/null; then echo "sizes misses 401 lines"; fi
}

if [[ $check == format ]] && ! command -v clang-format >/dev/null && [[ -z ${CI:-} ]]; then
  echo "SKIPPED: there is no clang-format"
  exit 77
fi
# Every release of clang-format lays some code out anew.
if [[ $check == format ]] && command -v clang-format >/dev/null && ! clang-format --version | grep -q 'version 14[.]'; then
  echo "SKIPPED: the code is laid out by clang-format 14, which Debian 12 has"
  exit 77
fi
offences=$("$check")
[[ -z $offences ]] || { echo "$offences"; exit 1; }
