#pragma once

#include "support/quiet.h"
#include "widgets/frame/actions.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

/// Shows one page at a time and works it by mouse and keys.
class PageStand
{
protected:
    void begin()
    {
        failOnAnyWarning();
        m_actions = std::make_unique<Actions>();
    }

    template<typename Page, typename... Arguments>
    Page& show(Arguments&&... arguments)
    {
        auto page = std::make_unique<Page>(std::forward<Arguments>(arguments)...);
        auto& shown = *page;
        m_page = std::move(page);
        m_page->resize(1300, 800);
        m_page->show();
        m_page->activateWindow();
        (void)QTest::qWaitForWindowActive(m_page.get());
        return shown;
    }
    template<typename Widget>
    Widget* child(const QString& name) const
    {
        return m_page->findChild<Widget*>(name);
    }
    void fill(const QString& name, const QString& text)
    {
        auto* edit = child<QLineEdit>(name);
        QTest::mouseClick(edit, Qt::LeftButton);
        edit->selectAll();
        type(text);
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }

    std::unique_ptr<Actions> m_actions;
    std::unique_ptr<QWidget> m_page;
};
