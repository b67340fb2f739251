#include "core/article/front_matter/json_front_matter.h"

#include "core/article/front_matter/tree_writer.h"
#include "core/base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace lectern::core {

namespace {

using nlohmann::json;

/// Receives nlohmann's events. They carry no places, so keys are looked up in the text in order.
class JsonReader final : public nlohmann::json_sax<json>
{
public:
    explicit JsonReader(std::string_view block)
        : m_block(block)
    {}

    bool null() override
    {
        m_writer.addNull(m_place);
        return m_hasRoot;
    }

    bool boolean(bool value) override { return addPlain(value ? "true" : "false"); }

    bool number_integer(number_integer_t value) override { return addPlain(std::to_string(value)); }

    bool number_unsigned(number_unsigned_t value) override
    {
        return addPlain(std::to_string(value));
    }

    bool number_float(number_float_t /*value*/, const string_t &written) override
    {
        return addPlain(written);
    }

    bool string(string_t &value) override
    {
        m_writer.addText(m_writer.tree.keep(value), m_place, true);
        return m_hasRoot;
    }

    bool binary(binary_t & /*value*/) override { return false; }

    bool start_object(std::size_t /*elements*/) override
    {
        if (m_hasRoot) {
            m_writer.open(ValueKind::Map, m_place);
        }
        m_hasRoot = true;
        return true;
    }

    bool key(string_t &value) override
    {
        const std::size_t found = m_block.find('"' + value + '"', m_place);
        m_place = found == std::string_view::npos ? m_place : found;
        m_writer.setKey(m_writer.tree.keep(value), m_place);
        return true;
    }

    bool end_object() override
    {
        if (m_writer.depth() > 0) {
            m_writer.close();
        }
        return true;
    }

    bool start_array(std::size_t /*elements*/) override
    {
        m_writer.open(ValueKind::List, m_place);
        return m_hasRoot;
    }

    bool end_array() override
    {
        m_writer.close();
        return true;
    }

    bool parse_error(std::size_t position, const std::string & /*lastToken*/,
                     const json::exception &error) override
    {
        m_error = {std::min(position == 0 ? 0 : position - 1, m_block.size()),
                   worded(ProblemReason::ParserSays, {repairUtf8(error.what())})};
        return false;
    }

    FieldTree takeTree() { return std::move(m_writer.tree); }

    BlockError takeError() { return std::move(m_error); }

private:
    bool addPlain(std::string text)
    {
        m_writer.addText(m_writer.tree.keep(std::move(text)), m_place, false);
        return m_hasRoot;
    }

    std::string_view m_block;
    TreeWriter m_writer;
    BlockError m_error{0, worded(ProblemReason::NotAnObject)};
    std::size_t m_place = 0;
    bool m_hasRoot = false;
};

} // namespace

BlockFields parseJson(std::string_view block)
{
    try {
        JsonReader reader(block);
        if (!json::sax_parse(block, &reader)) {
            return reader.takeError();
        }
        return reader.takeTree();
    } catch (const std::exception &error) {
        return BlockError{0, worded(ProblemReason::ParserSays, {repairUtf8(error.what())})};
    }
}

} // namespace lectern::core
