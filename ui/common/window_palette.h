#pragma once

#include <QList>
#include <QObject>
#include <QPalette>
#include <QPointer>

class QWidget;

namespace lectern::ui {

/// The palette of a window and of what opens over it: Qt would give menus, dialogs and tips the one
/// of the program, which belongs to the desktop. It is a child of the window.
class WindowPalette final : public QObject
{
public:
    explicit WindowPalette(QWidget *window);

    /// One without colours of its own (QPalette()) is the desktop's.
    void set(const QPalette &palette);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void adopt(QWidget *popup);

    QWidget *m_window;
    QPalette m_palette;
    QList<QPointer<QWidget>> m_popups; ///< whatever has been seen over the window
};

} // namespace lectern::ui
