#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;
class QVBoxLayout;

namespace lectern::ui {

/// What a page without content says: what is the matter, what to do about it, and the buttons that
/// do it.
struct StateText
{
    QString icon; ///< a name for icon()
    QString title;
    QString text;
    QList<QAction *> actions; ///< each becomes a button; the first is the default
};

/// Stands where a list or an article would, centred.
class StatePage final : public QWidget
{
    Q_OBJECT

public:
    enum class Busy { No, Yes };

    explicit StatePage(QWidget *parent = nullptr);

    /// Also its accessible description. \a busy shows a bar that moves.
    void show(const StateText &text, Busy busy = Busy::No);
    void setText(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawIcon();
    void showButtons(const QList<QAction *> &actions);

    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QProgressBar *m_bar;
    QVBoxLayout *m_buttons;
};

} // namespace lectern::ui
