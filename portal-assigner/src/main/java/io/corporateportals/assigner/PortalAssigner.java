package io.corporateportals.assigner;

import io.corporateportals.contract.AvroLimits;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service: reacts to what happens to learners and portals, and assigns or unassigns learners. */
@SpringBootApplication
public class PortalAssigner {
    /** Starts the service; settings as Spring Boot reads them. */
    public static void main(String[] arguments) {
        AvroLimits.set();
        SpringApplication.run(PortalAssigner.class, arguments);
    }
}
