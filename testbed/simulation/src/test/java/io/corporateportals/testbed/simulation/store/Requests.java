package io.corporateportals.testbed.simulation.store;

import io.corporateportals.assigner.application.BackFills;
import io.corporateportals.assigner.model.Account;
import io.corporateportals.assigner.model.Concern;
import io.corporateportals.assigner.model.DomainName;
import io.corporateportals.assigner.model.Learner;
import io.corporateportals.assigner.model.UserId;
import io.corporateportals.testbed.simulation.mistakes.Conduct;
import io.corporateportals.testbed.simulation.store.Tables.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Back-fills in PostgreSQL. */
public final class Requests implements BackFills {
    private final Postgres postgres;
    private final Tables tables;
    private final Conduct conduct;

    public Requests(Postgres postgres, Conduct conduct) {
        this.postgres = postgres;
        this.tables = postgres.tables();
        this.conduct = conduct;
    }

    @Override
    public void request(Concern concern, Instant occurredAt) {
        postgres.write(() -> {
            long number = tables.parts.size() + 1L;
            for (int partition = 0; partition < tables.progress.size(); partition++)
                tables.parts.add(new Tables.Part(number, partition, concern, occurredAt, "", false));
        });
    }

    @Override
    public void requestEveryone(Instant occurredAt) {
        throw new UnsupportedOperationException("the policy stays as it is");
    }

    @Override
    public @Nullable Part next() {
        postgres.scheduler().step("select from back_fill_part");
        for (Tables.Part part : tables.parts) if (!part.finished()) return part(part);
        return null;
    }

    @Override
    public @Nullable Part again(Part part) {
        for (Tables.Part now : tables.parts) if (isSame(now, part) && !now.finished()) return part(now);
        return null;
    }

    private static Part part(Tables.Part part) {
        return new Part(part.backFill(), part.partition(), part.concern(), part.after(), part.occurredAt());
    }

    private static boolean isSame(Tables.Part one, Part other) {
        return one.backFill() == other.backFill() && one.partition() == other.partition();
    }

    @Override
    public List<UserId> learners(Part part, int atMost) {
        List<UserId> concerned = new ArrayList<>();
        Concern concern = part.concern();
        for (Map.Entry<UserId, Account> entry : tables.accounts.entrySet()) {
            UserId user = entry.getKey();
            boolean due = Integer.valueOf(part.partition()).equals(tables.partitions.get(user))
                    && user.value().compareTo(part.after()) > 0;
            if (due && concern != null && isConcerned(user, entry.getValue(), concern)) concerned.add(user);
        }
        return concerned.subList(0, Math.min(atMost, concerned.size()));
    }

    private boolean isConcerned(UserId user, Account account, Concern concern) {
        Term term = tables.openTerm(user);
        if (term != null && term.assignment().terms().portal().equals(concern.portal())) return true;
        if (!(account instanceof Learner learner)) return false;
        DomainName domain = learner.email().domain();
        DomainName host = learner.registrationHost();
        return (domain != null && concern.domains().contains(domain))
                || (domain != null && concern.domainsAbove().stream().anyMatch(domain::isBelow))
                || (host != null && concern.hosts().contains(host));
    }

    @Override
    public void decided(Part part, List<UserId> learners, boolean finished) {
        String last = learners.isEmpty()
                ? part.after()
                : learners.get(learners.size() - 1).value();
        postgres.write(() -> tables.parts.replaceAll(now -> {
            boolean same = isSame(now, part) || (!conduct.backFillsAreApart() && isAbout(now, part));
            return same
                    ? new Tables.Part(now.backFill(), now.partition(), now.concern(), now.occurredAt(), last, finished)
                    : now;
        }));
    }

    private static boolean isAbout(Tables.Part now, Part part) {
        Concern concern = part.concern();
        return now.partition() == part.partition()
                && concern != null
                && now.concern().portal().equals(concern.portal());
    }

    @Override
    public long remaining() {
        return tables.parts.stream().filter(part -> !part.finished()).count();
    }
}
