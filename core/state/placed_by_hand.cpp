#include "core/state/placed_states.h"
#include "core/state/state_exchange.h"

// What a person does with unplaced states and labels.

namespace lectern::core {

Result<StateRecord> PlacedStates::placeByHand(StateId state, Row row)
{
    if (row >= m_stateOf.size() || m_stateOf[row] == state) {
        return Error{ErrorCode::Unsupported, "the state is there, or there is no such row"};
    }
    Result<Transaction> transaction = Transaction::begin(m_store.database());
    if (!transaction) {
        return transaction.error();
    }
    Result<StateRecord> former = m_stateOf[row] == 0 ? readSome(m_store, {&state, 1})
                                                     : joinStates(m_store, state, m_stateOf[row]);
    const KnownArticle known{state, keyNow({0, m_articles[row]}, row)};
    Status done = former ? m_store.setKeys(m_root, {&known, 1}) : Status(former.error());
    done = done ? transaction.value().commit() : done;
    done = done ? load() : done;
    return done ? std::move(former) : done.error();
}

Status PlacedStates::takeBackPlacing(StateId state, const StateRecord &former)
{
    Status done = takeApart(m_store, state, former);
    return done ? load() : done;
}

Result<StateRecord> PlacedStates::discard(std::span<const StateId> ids)
{
    Result<StateRecord> record = takeOut(m_store, ids);
    Status done = record ? load() : Status(record.error());
    return done ? std::move(record) : done.error();
}

Status PlacedStates::putBack(const StateRecord &record)
{
    Status done = core::putBack(m_store, record);
    return done ? load() : done;
}

Result<LabelId> PlacedStates::saveLabel(const Label &label)
{
    Result<LabelId> saved = m_store.saveLabel(label);
    if (saved) {
        if (Status loaded = load(); !loaded) {
            return loaded.error();
        }
    }
    return saved;
}

Result<RemovedLabel> PlacedStates::removeLabel(LabelId id)
{
    Result<RemovedLabel> removed = m_store.removeLabel(id);
    if (removed) {
        if (Status loaded = load(); !loaded) {
            return loaded.error();
        }
    }
    return removed;
}

Status PlacedStates::restore(const RemovedLabel &removed)
{
    Status done = m_store.restore(removed);
    return done ? load() : done;
}

} // namespace lectern::core
