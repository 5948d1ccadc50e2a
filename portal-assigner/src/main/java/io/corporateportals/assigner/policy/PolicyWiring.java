package io.corporateportals.assigner.policy;

import io.corporateportals.assigner.address.PublicSuffixes;
import io.corporateportals.assigner.application.PolicyInForce;
import io.corporateportals.assigner.model.PortalChange;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PolicyFile.class)
class PolicyWiring {
    @Bean
    PolicyInForce policyInForce(PolicyFile file) {
        return file.policy();
    }

    @Bean
    PortalChange.Rules rules(PolicyInForce policy) {
        return new PortalChange.Rules(PublicSuffixes::contains, policy.policy().privateMailProvider());
    }
}
