#pragma once

#include "core/state/reading_state.h"

#include <QFrame>

#include <vector>

class QLabel;
class QListWidget;

namespace lectern::ui {

/// Under an article: its highlights whose words are not found in it for certain, while there are
/// any. They are kept, and come back with their words.
class UnplacedHighlights final : public QFrame
{
    Q_OBJECT

public:
    explicit UnplacedHighlights(QWidget *parent = nullptr);

    void showHighlights(std::vector<core::Highlight> highlights);

signals:
    void deleteRequested(const lectern::core::Highlight &highlight);

private:
    void deleteChosen();

    std::vector<core::Highlight> m_highlights;
    QLabel *m_title;
    QListWidget *m_list;
};

} // namespace lectern::ui
