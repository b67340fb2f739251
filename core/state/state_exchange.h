#pragma once

#include "core/base/result.h"
#include "core/state/state_record.h"
#include "core/state/state_store.h"

#include <cstddef>
#include <span>

namespace lectern::core {

/// All that \a store has. Blocks.
Result<StateRecord> readAll(const StateStore &store);

/// What it has of the articles \a ids and the labels that these have. Blocks.
Result<StateRecord> readSome(const StateStore &store, std::span<const StateId> ids);

/// Takes the states \a ids away: what they were. Blocks.
Result<StateRecord> takeOut(const StateStore &store, std::span<const StateId> ids);

/// Puts back what takeOut() gave, each article as one of its own again, under another number.
/// Blocks.
Status putBack(const StateStore &store, const StateRecord &record);

/// Adds all that is kept of \a from to \a into, which goes on as the state of both: read is who was
/// read, and stars, labels, days of reading and highlights of both are kept. What both were.
/// Blocks.
Result<StateRecord> joinStates(const StateStore &store, StateId into, StateId from);

/// Makes the states \a former again what they were before \a joined stood for them. Highlights
/// that were made since stay with the one that was joined to it. Blocks.
Status takeApart(const StateStore &store, StateId joined, StateRecord former);

struct StateImport
{
    std::size_t articles = 0; ///< of the record
    std::size_t added = 0; ///< of these, not known before
};

/// Adds \a record to \a store, all of it or none. Nothing that is there is lost: of two states of
/// one article the one that was changed last holds, and stars, labels, days of reading and
/// highlights of both are kept. The same record once more changes nothing. Blocks.
Result<StateImport> mergeAll(const StateStore &store, const StateRecord &record);

} // namespace lectern::core
