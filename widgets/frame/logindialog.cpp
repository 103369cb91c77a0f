#include "widgets/frame/logindialog.h"

#include "widgets/frame/caption.h"
#include "widgets/frame/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

LoginDialog::LoginDialog(const QString& server, const QString& account, QWidget* parent)
    : QDialog(parent)
    , m_account(new QLineEdit(account, this))
    , m_password(new QLineEdit(this))
    , m_remember(new QCheckBox(tr("Remember the password in the keyring"), this))
    , m_complaint(new Caption({}, this))
    , m_login(new QPushButton(tr("Log in"), this))
{
    setObjectName(u"loginDialog"_s);
    setWindowTitle(tr("SpecDesk: log in"));
    m_account->setObjectName(u"loginAccount"_s);
    m_account->setPlaceholderText(tr("Account"));
    m_password->setObjectName(u"loginPassword"_s);
    m_password->setPlaceholderText(tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_remember->setObjectName(u"loginRemember"_s);
    m_complaint->setObjectName(u"loginComplaint"_s);
    m_complaint->setTone(Caption::Tone::Stop);
    m_complaint->setWordWrap(true);
    m_login->setObjectName(u"login"_s);
    m_login->setDefault(true);
    auto* title = new QLabel(server, this);
    title->setFont(textFont(TextSize::Title));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * gridUnit, 3 * gridUnit, 3 * gridUnit, 3 * gridUnit);
    layout->setSpacing(gridUnit);
    layout->addWidget(title);
    layout->addWidget(m_account);
    layout->addWidget(m_password);
    layout->addWidget(m_remember);
    layout->addWidget(m_complaint);
    layout->addWidget(m_login);
    setMinimumWidth(360);
    if (!account.isEmpty())
        m_password->setFocus();
    m_wait.setInterval(1s);
    connect(&m_wait, &QTimer::timeout, this, &LoginDialog::tick);
    connect(m_login, &QPushButton::clicked, this, &LoginDialog::ask);
}

void LoginDialog::ask()
{
    if (m_secondsLeft > 0)
        return;
    if (m_account->text().trimmed().isEmpty() || m_password->text().isEmpty()) {
        say(tr("Type account and password."));
        return;
    }
    say({});
    m_login->setText(tr("Logging in …"));
    m_login->setEnabled(false);
    emit loginWanted(m_account->text().trimmed(), m_password->text(), m_remember->isChecked());
}

void LoginDialog::explain(const QString& sentence)
{
    say(sentence);
}

/// The dialog grows with a sentence of several lines.
void LoginDialog::say(const QString& sentence)
{
    m_complaint->setText(sentence);
    if (layout()->hasHeightForWidth())
        resize(width(), std::max(minimumSizeHint().height(), layout()->totalHeightForWidth(width())));
}

void LoginDialog::succeed()
{
    m_password->clear();
    accept();
}

int LoginDialog::waitAfter(int refusals)
{
    return refusals <= 0 ? 0 : std::min(30, 1 << std::min(refusals - 1, 5));
}

void LoginDialog::refuse(const QString& sentence)
{
    m_password->clear();
    m_password->setFocus();
    m_login->setText(tr("Log in"));
    m_sentence = sentence;
    waitFor(waitAfter(++m_refusals));
}

void LoginDialog::holdBack(std::chrono::seconds wait)
{
    if (m_sentence.isEmpty())
        m_sentence = tr("The last passwords were wrong.");
    if (wait.count() > m_secondsLeft)
        waitFor(static_cast<int>(wait.count()));
}

void LoginDialog::waitFor(int seconds)
{
    m_secondsLeft = seconds + 1;
    m_login->setEnabled(false);
    m_wait.start();
    tick();
}

void LoginDialog::tick()
{
    --m_secondsLeft;
    if (m_secondsLeft > 0) {
        say(tr("%1 Next try in %n s.", nullptr, m_secondsLeft).arg(m_sentence));
        return;
    }
    m_wait.stop();
    say(m_sentence);
    m_login->setEnabled(true);
}
