package io.corporateportals.exporter.web;

import io.corporateportals.exporter.application.FeedKeeper;
import io.corporateportals.exporter.model.PortalId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** For operators: a portal whose feed can be written again reads the log again. */
@RestController
class ParkedPortals {
    private final FeedKeeper keeper;

    ParkedPortals(FeedKeeper keeper) {
        this.keeper = keeper;
    }

    @PostMapping("/parked/{portalId}/return")
    ResponseEntity<String> bringBack(@PathVariable String portalId) {
        return switch (keeper.bringBack(new PortalId(portalId))) {
            case BEGUN -> ResponseEntity.accepted().body("the portal reads the log again\n");
            case NOT_PARKED -> ResponseEntity.status(HttpStatus.NOT_FOUND).body("no such portal is parked\n");
            case STILL_PARKING ->
                conflict("not every partition has parked the portal yet: ask again before you make its feed");
            case FEED_MISSING -> conflict("its feed is missing or forbidden: mend that first");
            case FEED_NOT_EMPTY ->
                conflict("its feed was made again and is not empty: delete it, and make it once more");
        };
    }

    private static ResponseEntity<String> conflict(String what) {
        return ResponseEntity.status(HttpStatus.CONFLICT).body(what + "\n");
    }
}
