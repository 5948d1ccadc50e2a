package io.corporateportals.assigner.jdbc;

import org.springframework.data.repository.ListCrudRepository;

interface PortalRows extends ListCrudRepository<PortalRow, String> {}
