package org.openhall.bench.crash;

/** Ways of being half there, or twice: each query must find nothing. SQL common to H2 and PostgreSQL. */
enum Half {
    NO_FILING("a case without the event of its filing, or with two", """
            select c.number from hall_case c
            where (select count(*) from case_event e where e.case_id = c.id and e.kind = 'filed') <> 1"""),
    NO_CLOCK("a case whose clock was not set, or twice", """
            select c.number from hall_case c where c.clock not like '% S%' or c.clock like '% S% S%'"""),
    NO_ANSWERS("a case without answers", """
            select c.number from hall_case c left join case_answers a on a.case_id = c.id
            where a.answers is null or char_length(a.answers) < 3"""),
    NO_OPEN_TASK("an open case without an open task", """
            select c.number from hall_case c where c.ended_at is null
              and not exists (select 1 from task t where t.case_id = c.id and t.is_open)"""),
    STILL_OPEN("an ended case with an open task", """
            select c.number from hall_case c where c.ended_at is not null
              and exists (select 1 from task t where t.case_id = c.id and t.is_open)"""),
    OTHER_STEP("an open task of another step than the case says", """
            select c.number from hall_case c join task t on t.case_id = c.id
            where t.is_open and ',' || c.open_steps || ',' not like '%,' || t.step || ',%'"""),
    STATE("a case whose state does not fit its acts", """
            select c.number from hall_case c where c.item = 'crash' and c.state <>
              case (select count(*) from case_event e where e.case_id = c.id and e.kind = 'acted')
                when 0 then 'SUBMITTED' when 1 then 'ACCEPTED' else 'COMPLETED' end"""),
    NOT_OPENED("a task without the event of its opening, or with two", """
            select c.number from hall_case c join task t on t.case_id = c.id
            where (select count(*) from case_event e where e.case_id = c.id and e.kind = 'opened'
              and e.step = t.step and e.at = t.opened_at) <> 1"""),
    NOT_ACTED("a closed task without its act, or with two", """
            select c.number from hall_case c join task t on t.case_id = c.id
            where not t.is_open and t.outcome not in ('ended', 'removed')
              and (select count(*) from case_event e where e.case_id = c.id and e.kind = 'acted'
                and e.step = t.step and e.outcome = t.outcome and e.at = t.closed_at and e.actor = t.closed_by) <> 1"""),
    NOT_CLOSED("an act without the task it closed", """
            select c.number from hall_case c join case_event e on e.case_id = c.id
            where e.kind = 'acted' and not exists (select 1 from task t where t.case_id = c.id and not t.is_open
              and t.step = e.step and t.outcome = e.outcome and t.closed_at = e.at)"""),
    TASK_TWICE("a step of the bench's item with two tasks", """
            select c.number from hall_case c join task t on t.case_id = c.id where c.item = 'crash'
            group by c.number, t.step having count(*) > 1"""),
    NO_TASK_CLOCK("a task whose clock was not started, or was stopped without it", """
            select c.number from hall_case c join task t on t.case_id = c.id where c.item = 'crash' and (
              t.clock not like '% B%' or t.clock like '% B% B%' or t.clock like '% E% E%'
              or (t.clock like '% E%') = t.is_open)"""),
    OTHER_NUMBER("a case whose draft knows another number", """
            select c.number from hall_case c left join draft d on d.id = c.draft_id
            where d.filed_as is null or d.filed_as <> c.number"""),
    NO_CASE("a filed draft without a case", """
            select d.id from draft d where d.filed_as is not null
              and not exists (select 1 from hall_case c where c.number = d.filed_as)"""),
    FILE_LEFT("a file that did not go with its draft", """
            select m.id from material m join draft d on d.id = m.draft_id where d.filed_as is not null and m.case_id is null"""),
    FILE_ELSEWHERE("a file of a case that was never its draft's", """
            select m.id from material m left join hall_case c on c.id = m.case_id
            where m.case_id is not null and (c.draft_id is null or c.draft_id <> m.draft_id)"""),
    GATE_OPEN("a filed draft that still takes files", """
            select d.id from draft d where d.filed_as is not null
              and not exists (select 1 from material_gate g where g.draft_id = d.id and g.closed)"""),
    REQUEST_OPEN("a request that was claimed and never settled", """
            select cast(created_at as varchar) from request_once where reference is null""");

    private final String sentence;
    private final String sql;

    Half(String sentence, String sql) {
        this.sentence = sentence;
        this.sql = sql;
    }

    String sentence() {
        return sentence;
    }

    String sql() {
        return sql;
    }
}
