package io.corporateportals.exporter;

import io.corporateportals.contract.AvroLimits;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service: publishes to each employer what it may see, and takes it back. */
@SpringBootApplication
public class SharingExporter {
    static {
        // before Avro reads or writes its first record
        AvroLimits.set();
    }

    /** Starts the service; settings as Spring Boot reads them. */
    public static void main(String[] arguments) {
        SpringApplication.run(SharingExporter.class, arguments);
    }
}
