package io.corporateportals.assigner.jdbc;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface ClaimRows extends ListCrudRepository<ClaimRow, Long> {
    List<ClaimRow> findByPortalIdIn(Collection<String> portalIds);
}
