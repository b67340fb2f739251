#pragma once

#include <QWidget>

namespace lectern::ui {

class ContentsPanel;

/// A page with the contents of its article: beside it where there is room for both, over it where
/// there is not.
class PageWithContents final : public QWidget
{
    Q_OBJECT

public:
    explicit PageWithContents(QWidget *page, QWidget *parent = nullptr);

    ContentsPanel *contents() const { return m_contents; }

    void setContentsShown(bool areShown);
    bool areContentsOverPage() const;

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    QWidget *m_page;
    ContentsPanel *m_contents;
    bool m_areShown = false;
};

} // namespace lectern::ui
