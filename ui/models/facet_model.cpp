#include "ui/models/facet_model.h"

#include "core/base/text.h"
#include "core/library/select.h"
#include "ui/models/language_name.h"
#include "ui/session/qt_text.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

namespace lectern::ui {

namespace {

constexpr quintptr kTopLevel = 0; // children carry the number of their section + 1

std::size_t sectionNumber(core::Taxonomy taxonomy)
{
    return static_cast<std::size_t>(taxonomy);
}

QString displayName(core::Taxonomy taxonomy, const QString &name)
{
    return taxonomy == core::Taxonomy::Language ? languageName(name) : name;
}

/// Whether the line may use the term: reading the line anew for each of some thousand names would
/// take longer than a frame. Names with a quote or backslash may be written otherwise in the line.
bool mayMention(const std::string &foldedLine, const std::string &foldedName)
{
    return foldedLine.find(foldedName) != std::string::npos
        || foldedName.find_first_of("\"\\") != std::string::npos;
}

} // namespace

FacetModel::FacetModel(QObject *parent)
    : QAbstractItemModel(parent)
{}

void FacetModel::setResults(std::shared_ptr<const core::Library> library,
                            const std::vector<core::Row> &rows, const QString &line)
{
    const bool isOther = library != m_library;
    if (isOther) {
        for (const auto taxonomy :
             {core::Taxonomy::Category, core::Taxonomy::Tag, core::Taxonomy::Language}) {
            replaceEntries(taxonomy, {}); // term numbers mean nothing in another library
        }
        m_library = std::move(library);
        foldNames();
    }
    for (const auto taxonomy :
         {core::Taxonomy::Category, core::Taxonomy::Tag, core::Taxonomy::Language}) {
        replaceEntries(taxonomy, countedEntries(taxonomy, rows, line));
    }
    emit dataChanged(index(0, 0), index(0, 0));
}

void FacetModel::foldNames()
{
    for (std::size_t number = 0; number < m_sections.size(); ++number) {
        std::vector<std::string> &folded = m_sections.at(number).folded;
        folded.clear();
        const auto taxonomy = static_cast<core::Taxonomy>(number);
        const core::TermId count = m_library ? m_library->termCount(taxonomy) : 0;
        for (core::TermId term = 0; term < count; ++term) {
            folded.push_back(core::foldForSearch(m_library->termName(taxonomy, term)));
        }
    }
}

std::vector<FacetModel::Entry> FacetModel::countedEntries(core::Taxonomy taxonomy,
                                                          const std::vector<core::Row> &rows,
                                                          const QString &line) const
{
    if (!m_library) {
        return {};
    }
    const std::string plainLine = line.toStdString();
    const std::string foldedLine = core::foldForSearch(plainLine);
    const std::vector<std::string> &names = m_sections.at(sectionNumber(taxonomy)).folded;
    const std::vector<std::uint32_t> counts = core::countTerms(*m_library, taxonomy, rows);
    std::vector<Entry> entries;
    for (core::TermId term = 0; term < counts.size(); ++term) {
        const auto use = mayMention(foldedLine, names[term])
            ? core::termUse(plainLine, taxonomy, m_library->termName(taxonomy, term))
            : core::TermUse::Ignored;
        if (counts[term] > 0 || use != core::TermUse::Ignored) {
            entries.push_back({.term = term, .count = counts[term], .use = use});
        }
    }
    // Terms are numbered by their count in the whole library, which breaks ties.
    std::ranges::sort(entries, {}, [](const Entry &entry) {
        return std::tuple(entry.use == core::TermUse::Ignored, -std::int64_t(entry.count),
                          entry.term);
    });
    return entries;
}

void FacetModel::replaceEntries(core::Taxonomy taxonomy, std::vector<Entry> entries)
{
    Section &section = m_sections.at(sectionNumber(taxonomy));
    if (entries == section.entries) {
        return;
    }
    const QModelIndex parent = sectionIndex(taxonomy);
    if (const int old = childCount(section); old > 0) {
        beginRemoveRows(parent, 0, old - 1);
        section.entries.clear();
        section.shown = 0;
        endRemoveRows();
    }
    const std::size_t shown
        = section.isFull ? entries.size() : std::min(entries.size(), kShortSection);
    const int children = static_cast<int>(shown + (shown < entries.size() ? 1 : 0));
    if (children > 0) {
        beginInsertRows(parent, 0, children - 1);
        section.entries = std::move(entries);
        section.shown = shown;
        endInsertRows();
    }
}

void FacetModel::setShownInFull(core::Taxonomy taxonomy, bool isFull)
{
    Section &section = m_sections.at(sectionNumber(taxonomy));
    section.isFull = isFull;
    std::vector<Entry> entries = section.entries;
    replaceEntries(taxonomy, {});
    replaceEntries(taxonomy, std::move(entries));
}

int FacetModel::childCount(const Section &section) const
{
    return static_cast<int>(section.shown + (section.shown < section.entries.size() ? 1 : 0));
}

QModelIndex FacetModel::sectionIndex(core::Taxonomy taxonomy) const
{
    return index(static_cast<int>(sectionNumber(taxonomy)) + 1, 0);
}

QModelIndex FacetModel::termIndex(core::Taxonomy taxonomy, const QString &name) const
{
    const Section &section = m_sections.at(sectionNumber(taxonomy));
    for (std::size_t i = 0; i < section.shown; ++i) {
        if (toQString(m_library->termName(taxonomy, section.entries[i].term)) == name) {
            return index(static_cast<int>(i), 0, sectionIndex(taxonomy));
        }
    }
    return {};
}

core::Taxonomy FacetModel::taxonomyOf(const QModelIndex &index) const
{
    const auto number
        = index.internalId() == kTopLevel ? quintptr(index.row()) : index.internalId();
    return static_cast<core::Taxonomy>(number - 1);
}

QModelIndex FacetModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) : kTopLevel);
}

QModelIndex FacetModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == kTopLevel) {
        return {};
    }
    return createIndex(static_cast<int>(index.internalId()), 0, kTopLevel);
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return 1 + static_cast<int>(core::kTaxonomies);
    }
    if (parent.internalId() != kTopLevel || parent.row() == 0 || parent.column() > 0) {
        return 0;
    }
    return childCount(m_sections.at(sectionNumber(taxonomyOf(parent))));
}

int FacetModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    if (index.internalId() == kTopLevel) {
        return topData(index, role);
    }
    const Section &section = m_sections.at(sectionNumber(taxonomyOf(index)));
    if (role == TaxonomyRole) {
        return static_cast<int>(taxonomyOf(index));
    }
    return std::size_t(index.row()) < section.shown ? termData(index, role)
                                                    : moreData(section, role);
}

QVariant FacetModel::topData(const QModelIndex &index, int role) const
{
    const bool isAll = index.row() == 0;
    const std::array names = {tr("All articles"), tr("Categories"), tr("Tags"), tr("Languages")};
    switch (role) {
    case Qt::DisplayRole:
        return names.at(std::size_t(index.row()));
    case KindRole:
        return static_cast<int>(isAll ? Kind::All : Kind::Section);
    case TaxonomyRole:
        return isAll ? QVariant() : static_cast<int>(taxonomyOf(index));
    case CountRole:
        return isAll && m_library ? QVariant(m_library->size()) : QVariant();
    default:
        return {};
    }
}

QVariant FacetModel::termData(const QModelIndex &index, int role) const
{
    const core::Taxonomy taxonomy = taxonomyOf(index);
    const Entry &entry = m_sections.at(sectionNumber(taxonomy)).entries[std::size_t(index.row())];
    const QString name = toQString(m_library->termName(taxonomy, entry.term));
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return displayName(taxonomy, name);
    case Qt::AccessibleTextRole:
        return tr("%1, %n article(s)", nullptr, static_cast<int>(entry.count))
            .arg(displayName(taxonomy, name));
    case KindRole:
        return static_cast<int>(Kind::Term);
    case NameRole:
        return name;
    case CountRole:
        return entry.count;
    case UseRole:
        return static_cast<int>(entry.use);
    default:
        return {};
    }
}

QVariant FacetModel::moreData(const Section &section, int role) const
{
    const int hidden = static_cast<int>(section.entries.size() - section.shown);
    switch (role) {
    case Qt::DisplayRole:
        return tr("Show %n more", nullptr, hidden);
    case KindRole:
        return static_cast<int>(Kind::More);
    case CountRole:
        return hidden;
    default:
        return {};
    }
}

Qt::ItemFlags FacetModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    return index.internalId() == kTopLevel ? flags : flags | Qt::ItemNeverHasChildren;
}

} // namespace lectern::ui
