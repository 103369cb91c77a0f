#include "models/survey/csvreader.h"

#include <QBuffer>
#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {
/// A file that reads well for a while; then the disk answers EIO, as /proc/self/mem does at its beginning.
class FailingFile : public QFile
{
public:
    explicit FailingFile(QByteArray text)
        : QFile(u"/proc/self/mem"_s)
        , m_text(std::move(text))
    {
        open(QIODevice::ReadOnly);
    }

protected:
    qint64 readData(char* to, qint64 most) override
    {
        if (m_text.isEmpty())
            return QFile::readData(to, most);
        const auto size = std::min<qint64>(most, m_text.size());
        std::copy_n(m_text.cbegin(), size, to);
        m_text.remove(0, size);
        return size;
    }

private:
    QByteArray m_text;
};

/// Every row, or the sentence of the failure behind those before it.
struct Reading
{
    QList<QStringList> rows;
    QString failure;
};

Reading read(QIODevice& device)
{
    Reading reading;
    CsvReader reader(device, u"a.csv"_s);
    const auto begun = reader.begin();
    if (!begun) {
        reading.failure = begun.error().message;
        return reading;
    }
    for (;;) {
        const auto more = reader.next();
        if (!more)
            reading.failure = more.error().message;
        if (!more || !more.value())
            return reading;
        reading.rows << reader.fields();
    }
}

Reading readText(QByteArray text)
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    return read(buffer);
}
}

class TestCsvReader : public QObject
{
    Q_OBJECT
private slots:
    void quotesCommasAndLineBreaksAreOfTheField()
    {
        const auto reading = readText("a,b\r\n# note \"\n\n1, \"x, \"\"y\"\"\nz\" \r\n2,3");
        QCOMPARE(reading.failure, QString());
        QCOMPARE(reading.rows, (QList<QStringList> {{u"1"_s, u"x, \"y\"\nz"_s}, {u"2"_s, u"3"_s}}));
    }

    void aQuoteWithinABareFieldIsALetter()
    {
        const auto reading = readText("name,z\nseeing 5\" at dusk,1\nsecond,2\n");
        QCOMPARE(reading.failure, QString());
        QCOMPARE(reading.rows.size(), 2);
        QCOMPARE(reading.rows[0][0], u"seeing 5\" at dusk"_s);
    }

    void aQuoteThatStaysOpenIsSaidWithItsLine()
    {
        const auto rest = QByteArray("1,2\n").repeated(1 << 20);
        const auto reading = readText("a,b\n\"two\nlines\",1\n3,\"stray\n" + rest);
        QCOMPARE(reading.failure, u"a.csv, line 4: a quote is opened and not closed."_s);
        QCOMPARE(reading.rows.size(), 1);
        QCOMPARE(readText("a,b\n1,\"x").failure, u"a.csv, line 2: a quote is opened and not closed."_s);
    }

    void theLineInASentenceIsTheLineOfTheFile()
    {
        const auto reading = readText("# one\na,b\n\"of\nthree\nlines\",1\n2\n");
        QCOMPARE(reading.failure, u"a.csv, line 6: there should be 2 fields, not 1."_s);
    }

    void aLineWithoutEndDoesNotFillTheMemory()
    {
        QCOMPARE(readText("a,b\n" + QByteArray(3 << 20, 'x')).failure,
                 u"a.csv, line 2: the line does not end."_s);
    }

    void aReadErrorIsNotTheEndOfTheTable()
    {
        FailingFile file("a,b\n1,2\n3,4\n");
        const auto reading = read(file);
        QCOMPARE(reading.failure, u"a.csv cannot be read to its end."_s);
        FailingFile empty({});
        QCOMPARE(read(empty).failure, u"a.csv cannot be read to its end."_s);
    }
};

QTEST_APPLESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
