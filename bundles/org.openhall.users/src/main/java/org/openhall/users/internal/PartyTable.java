package org.openhall.users.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openhall.api.users.IdType;
import org.openhall.api.users.Mandate;
import org.openhall.api.users.Party;
import org.openhall.item.Applicant;
import org.openhall.storage.Database;

/** The tables party and mandate. */
final class PartyTable {

    private static final String COLUMNS =
            "p.id, p.kind, p.name, p.id_type, p.id_number, p.legal_representative, p.phone, p.verified";

    private final Database database;

    PartyTable(Database database) {
        this.database = database;
    }

    /** Stores a party; the id that it carries does not count. */
    long insert(Party party, Instant now) {
        return database.handle()
                .createUpdate("""
                        insert into party (kind, name, id_type, id_number, legal_representative, phone, verified, created_at)
                        values (:kind, :name, :idType, :idNumber, :representative, :phone, :verified, :now)
                        """)
                .bind("kind", party.kind())
                .bind("name", party.name())
                .bind("idType", party.idType())
                .bind("idNumber", party.idNumber())
                .bind("representative", party.legalRepresentative())
                .bind("phone", party.phone())
                .bind("verified", party.verified())
                .bind("now", now)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    void mandate(long account, long party, Mandate.Kind kind, Instant now) {
        database.handle()
                .createUpdate(
                        "insert into mandate (account_id, party_id, kind, since) values (:account, :party, :kind, :now)")
                .bind("account", account)
                .bind("party", party)
                .bind("kind", kind)
                .bind("now", now)
                .execute();
    }

    Optional<Party> find(long id) {
        return database.handle()
                .createQuery("select " + COLUMNS + " from party p where p.id = :id")
                .bind("id", id)
                .map((row, context) -> party(row))
                .findOne();
    }

    List<Mandate> mandates(long account, int limit) {
        return database.handle()
                .createQuery("select " + COLUMNS + """
                         , m.kind as ground
                        from mandate m join party p on p.id = m.party_id
                        where m.account_id = :account
                        order by case when m.kind = 'OWN' then 0 else 1 end, m.since, p.id
                        fetch first :limit rows only
                        """)
                .bind("account", account)
                .bind("limit", limit)
                .map((row, context) -> new Mandate(account, party(row), Mandate.Kind.valueOf(row.getString("ground"))))
                .list();
    }

    private static Party party(ResultSet row) throws SQLException {
        return new Party(
                row.getLong("id"),
                Applicant.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                IdType.valueOf(row.getString("id_type")),
                row.getString("id_number"),
                row.getString("legal_representative"),
                row.getString("phone"),
                row.getBoolean("verified"));
    }
}
