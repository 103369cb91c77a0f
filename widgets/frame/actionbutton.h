#pragma once

class QAction;
class QToolButton;
class QWidget;

/// A button with a frame for an action: its word, and its key faint behind it; the tooltip says what it does.
/// Its objectName is the action's and "Button".
QToolButton* actionButton(QAction* action, QWidget* parent);
