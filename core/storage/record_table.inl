// SPDX-License-Identifier: GPL-3.0-or-later
// The typed half of RecordTable; included by record_table.h alone.

namespace songhe {

template <typename R> const detail::RowShape& RecordTable<R>::shape()
{
    static const detail::RowShape made = [] {
        const Schema<R>& schema = schemaOf<R>();
        return detail::shapeOf(schema.info, std::vector<FieldInfo>(schema.fields.begin(), schema.fields.end()));
    }();
    return made;
}

template <typename R> std::vector<Value> RecordTable<R>::valuesOf(const R& record)
{
    std::vector<Value> values;
    const auto fields = schemaOf<R>().fields;
    values.reserve(fields.size());
    for (const Field<R>& field : fields)
        values.push_back(field.read(record));
    return values;
}

template <typename R> bool RecordTable<R>::sameContent(const R& left, const R& right)
{
    return valuesOf(left) == valuesOf(right);
}

template <typename R> Result<R> RecordTable<R>::recordFrom(const Rows& row)
{
    R record;
    std::vector<Value> values;
    RETURN_IF_ERROR(detail::readRow(m_ledger, shape(), row, values, record.recorded));
    const auto fields = schemaOf<R>().fields;
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (auto written = fields[i].write(record, values[i]); !written)
            return detail::damagedRow(shape(), fields[i], values.front().integer());
    return record;
}

template <typename R> Result<R> RecordTable<R>::add(R record)
{
    if (record.id.isNull())
        record.id = m_ledger.ids.template next<R>();
    else {
        ASSIGN_OR_RETURN(const std::optional<R> known, find(record.id));
        if (known && sameContent(*known, record) && !known->recorded.isVoided())
            return *known;
        if (known)
            return detail::idTaken(shape(), record.id.value);
    }
    RETURN_IF_ERROR(checkFields(record));
    record.recorded
        = {.revision = 1, .at = m_ledger.clock.now(), .by = m_ledger.user, .voidedAt = {}, .voidReason = {}};
    RETURN_IF_ERROR(detail::writeRow(m_ledger, shape(), valuesOf(record), record.recorded, ChangeKind::Added));
    return record;
}

template <typename R> Result<R> RecordTable<R>::change(R record)
{
    RETURN_IF_ERROR(checkFields(record));
    record.recorded.revision += 1;
    record.recorded.at = m_ledger.clock.now();
    record.recorded.by = m_ledger.user;
    RETURN_IF_ERROR(detail::writeRow(m_ledger, shape(), valuesOf(record), record.recorded, ChangeKind::Changed));
    return record;
}

template <typename R> Result<R> RecordTable<R>::voidRecord(Id<R> id, const QString& reason)
{
    ASSIGN_OR_RETURN(std::optional<R> known, find(id));
    RETURN_IF_ERROR(detail::checkVoid(shape(), id.value, known ? &known->recorded : nullptr, reason));
    known->recorded.revision += 1;
    known->recorded.at = m_ledger.clock.now();
    known->recorded.by = m_ledger.user;
    known->recorded.voidedAt = known->recorded.at;
    known->recorded.voidReason = reason;
    RETURN_IF_ERROR(detail::writeRow(m_ledger, shape(), valuesOf(*known), known->recorded, ChangeKind::Voided));
    return *std::move(known);
}

template <typename R> Result<std::optional<R>> RecordTable<R>::find(Id<R> id)
{
    ASSIGN_OR_RETURN(std::vector<R> found, list(QStringLiteral("WHERE id = ?"), {id}));
    if (found.empty())
        return std::optional<R>();
    return std::optional<R>(std::move(found.front()));
}

template <typename R>
Result<std::vector<R>> RecordTable<R>::list(const QString& where, std::initializer_list<Value> values)
{
    std::vector<R> records;
    RETURN_IF_ERROR(walk(where, values, [&](R record) -> Result<void> {
        records.push_back(std::move(record));
        return {};
    }));
    return records;
}

template <typename R>
template <typename Each>
Result<void> RecordTable<R>::walk(const QString& where, std::initializer_list<Value> values, Each&& each)
{
    ASSIGN_OR_RETURN(Rows rows, m_ledger.store.run(shape().selectSql + u' ' + where, values));
    while (rows.next()) {
        ASSIGN_OR_RETURN(R record, recordFrom(rows));
        RETURN_IF_ERROR(each(std::move(record)));
    }
    return rows.failed();
}

} // namespace songhe
