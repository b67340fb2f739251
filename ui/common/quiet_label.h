#pragma once

#include <QLabel>

namespace lectern::ui {

/// Plain text that explains: in the quiet colour, on at most two lines, then `…` and the whole of
/// it as a tool tip. An empty text takes no room.
class QuietLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit QuietLabel(QWidget *parent = nullptr);

    void showText(const QString &text);

    bool hasHeightForWidth() const override { return true; }

    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace lectern::ui
