package io.corporateportals.assigner.jdbc;

import io.corporateportals.assigner.application.Accounts;
import io.corporateportals.assigner.model.Account;
import io.corporateportals.assigner.model.Deciding.AppliedEvent;
import io.corporateportals.assigner.model.DomainName;
import io.corporateportals.assigner.model.EmailAddress;
import io.corporateportals.assigner.model.EventId;
import io.corporateportals.assigner.model.Heard;
import io.corporateportals.assigner.model.Learner;
import io.corporateportals.assigner.model.Learner.FirstVerified;
import io.corporateportals.assigner.model.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccounts implements Accounts {
    private final JdbcClient jdbc;

    JdbcAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Account> find(Collection<UserId> users) {
        if (users.isEmpty()) return List.of();
        return jdbc.sql("select * from learner where user_id = any(:users)")
                .param("users", Columns.texts(users))
                .query((row, number) -> account(row))
                .list();
    }

    @Override
    public List<AppliedEvent> appliedAmong(Collection<AppliedEvent> events) {
        if (events.isEmpty()) return List.of();
        return jdbc.sql("""
                select user_id, event_id from applied_event
                join unnest(:users, :events) as asked(user_id, event_id) using (user_id, event_id)""")
                .param("users", Columns.texts(events, AppliedEvent::user))
                .param("events", Columns.uuids(events, event -> event.event().value()))
                .query((row, number) -> new AppliedEvent(
                        new UserId(row.getString("user_id")), new EventId(row.getObject("event_id", UUID.class))))
                .list();
    }

    @Override
    public void store(int partition, Collection<Account> accounts) {
        if (accounts.isEmpty()) return;
        jdbc.sql("""
                insert into learner (user_id, partition, terminated, name, email, email_domain, verified, ever_verified,
                                     first_verified_domain, registration_host, objects, readable, revision,
                                     identity_offset, unreadable_offset)
                select user_id, :partition, terminated, name, email, email_domain, verified, ever_verified,
                       first_verified_domain, registration_host, objects, readable, revision,
                       identity_offset, unreadable_offset
                from unnest(:userIds, :terminated, :names, :emails, :domains, :verified, :everVerified,
                            :firstDomains, :hosts, :objects, :readable, :revisions, :identityOffsets, :unreadableOffsets)
                  as now(user_id, terminated, name, email, email_domain, verified, ever_verified,
                         first_verified_domain, registration_host, objects, readable, revision,
                         identity_offset, unreadable_offset)
                on conflict (user_id) do update set
                  terminated = excluded.terminated, name = excluded.name, email = excluded.email,
                  email_domain = excluded.email_domain, verified = excluded.verified,
                  ever_verified = excluded.ever_verified, first_verified_domain = excluded.first_verified_domain,
                  registration_host = excluded.registration_host, objects = excluded.objects,
                  readable = excluded.readable, revision = excluded.revision,
                  identity_offset = excluded.identity_offset, unreadable_offset = excluded.unreadable_offset""")
                .param("partition", partition)
                .param("userIds", Columns.texts(accounts, Account::id))
                .param("terminated", Columns.booleans(accounts, account -> living(account) == null))
                .param("names", Columns.texts(accounts, account -> of(account, Learner::name)))
                .param(
                        "emails",
                        Columns.texts(
                                accounts,
                                account -> of(account, it -> it.email().text())))
                .param(
                        "domains",
                        Columns.texts(
                                accounts,
                                account -> of(account, it -> it.email().domain())))
                .param("verified", Columns.booleans(accounts, account -> is(account, Learner::verified)))
                .param(
                        "everVerified",
                        Columns.booleans(accounts, account -> is(account, it -> it.firstVerified() != null)))
                .param(
                        "firstDomains",
                        Columns.texts(accounts, account -> of(account, JdbcAccounts::firstVerifiedDomain)))
                .param("hosts", Columns.texts(accounts, account -> of(account, Learner::registrationHost)))
                .param("objects", Columns.booleans(accounts, account -> is(account, Learner::objects)))
                .param("readable", Columns.booleans(accounts, account -> is(account, Learner::readable)))
                .param("revisions", Columns.longs(accounts, account -> of(account, Learner::revision)))
                .param("identityOffsets", Columns.longs(accounts, account -> offset(account, Heard::identity)))
                .param("unreadableOffsets", Columns.longs(accounts, account -> offset(account, Heard::unreadable)))
                .update();
        forgetEventsOfTheTerminated(accounts);
    }

    private void forgetEventsOfTheTerminated(Collection<Account> accounts) {
        List<UserId> terminated = accounts.stream()
                .filter(account -> living(account) == null)
                .map(Account::id)
                .toList();
        if (terminated.isEmpty()) return;
        jdbc.sql("delete from applied_event where user_id = any(:users)")
                .param("users", Columns.texts(terminated))
                .update();
    }

    @Override
    public void remember(Collection<AppliedEvent> events) {
        if (events.isEmpty()) return;
        jdbc.sql("""
                insert into applied_event (user_id, event_id)
                select user_id, event_id from unnest(:users, :events) as applied(user_id, event_id)
                join learner using (user_id) where not terminated""")
                .param("users", Columns.texts(events, AppliedEvent::user))
                .param("events", Columns.uuids(events, event -> event.event().value()))
                .update();
    }

    private static Account account(ResultSet row) throws SQLException {
        UserId id = new UserId(row.getString("user_id"));
        if (row.getBoolean("terminated")) return new Account.Terminated(id);
        return new Learner(
                id,
                row.getString("name"),
                new EmailAddress(row.getString("email"), domain(row, "email_domain")),
                row.getBoolean("verified"),
                row.getBoolean("ever_verified") ? new FirstVerified(domain(row, "first_verified_domain")) : null,
                domain(row, "registration_host"),
                row.getBoolean("objects"),
                row.getBoolean("readable"),
                row.getObject("revision", Long.class),
                new Heard(row.getLong("identity_offset"), row.getLong("unreadable_offset")));
    }

    private static @Nullable DomainName domain(ResultSet row, String column) throws SQLException {
        String domain = row.getString(column);
        return domain == null ? null : new DomainName(domain);
    }

    private static @Nullable DomainName firstVerifiedDomain(Learner learner) {
        return learner.firstVerified() == null ? null : learner.firstVerified().domain();
    }

    private static @Nullable Learner living(Account account) {
        return account instanceof Learner learner ? learner : null;
    }

    private static <T> @Nullable T of(Account account, Property<T> property) {
        return account instanceof Learner learner ? property.of(learner) : null;
    }

    private static boolean is(Account account, Property<Boolean> property) {
        return Boolean.TRUE.equals(of(account, property));
    }

    private static Long offset(Account account, ToLongFunction<Heard> which) {
        return account instanceof Learner learner ? which.applyAsLong(learner.heard()) : Heard.NOWHERE;
    }

    private interface Property<T> {
        @Nullable
        T of(Learner learner);
    }
}
