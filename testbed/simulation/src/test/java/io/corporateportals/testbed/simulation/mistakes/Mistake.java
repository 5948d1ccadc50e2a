package io.corporateportals.testbed.simulation.mistakes;

import io.corporateportals.exporter.model.Disclosure;
import io.corporateportals.exporter.model.Snapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** A product that is wrong in one way, which the simulation must notice. */
public enum Mistake {
    NO_WAIT_FOR_PROGRESS {
        @Override
        public Conduct conduct() {
            return new Conduct() {
                @Override
                public long decidedUpTo(Object exporter, long nextOffset) {
                    return Long.MAX_VALUE;
                }
            };
        }
    },
    /** The progress before the poll vouches for all that the poll brings. */
    PROGRESS_READ_BEFORE_THE_POLL {
        @Override
        public Conduct conduct() {
            Set<Object> vouched = new HashSet<>();
            return new Conduct() {
                @Override
                public void polls(Object exporter, Supplier<Early> now, long logEnd) {
                    if (now.get().nextOffset() >= logEnd) vouched.add(exporter);
                    else vouched.remove(exporter);
                }

                @Override
                public long decidedUpTo(Object exporter, long nextOffset) {
                    return vouched.contains(exporter) ? Long.MAX_VALUE : nextOffset;
                }
            };
        }
    },
    ASSIGNMENTS_READ_BEFORE_PROGRESS {
        @Override
        public Conduct conduct() {
            return new EarlyAssignments();
        }
    },
    NO_START_POSITION {
        @Override
        public Conduct conduct() {
            return new NoStart();
        }
    },
    LEDGER_AFTER_THE_KAFKA_COMMIT {
        @Override
        public Conduct conduct() {
            return new Conduct() {
                @Override
                public boolean ledgerComesFirst() {
                    return false;
                }
            };
        }
    },
    LEDGER_NOT_FENCED {
        @Override
        public Conduct conduct() {
            return new Conduct() {
                @Override
                public boolean ledgerIsFenced() {
                    return false;
                }
            };
        }
    },
    PUBLISHES_WHAT_THE_LEDGER_NEWLY_INSERTED {
        @Override
        public Conduct conduct() {
            return new Conduct() {
                @Override
                public Snapshot sees(Object exporter, Snapshot snapshot) {
                    Map<Disclosure.Key, Disclosure.Source> listed = new HashMap<>();
                    for (Disclosure.Key key : snapshot.listed().keySet())
                        listed.put(key, Disclosure.Source.ON_THE_FEED);
                    return Views.with(snapshot, snapshot.open(), snapshot.changes(), listed);
                }
            };
        }
    },
    REPEATS_NOT_RECOGNISED {
        @Override
        public Conduct conduct() {
            return new Conduct() {
                @Override
                public Snapshot sees(Object exporter, Snapshot snapshot) {
                    return Views.with(snapshot, snapshot.open(), snapshot.changes(), Map.of());
                }
            };
        }
    },
    RETRACTION_BY_CURRENT_MEMBERSHIP_ONLY {
        @Override
        public Conduct conduct() {
            return new ByMembership();
        }
    },
    PROFILE_PUBLISHED_THOUGH_THE_ASSIGNMENT_HAS_ENDED {
        @Override
        public Conduct conduct() {
            return new LateProfiles();
        }
    },
    NO_TRANSACTIONS {
        @Override
        public Conduct conduct() {
            return new Conduct() {
                @Override
                public boolean isTransactional() {
                    return false;
                }
            };
        }
    },
    PRODUCER_ID_PER_INSTANCE {
        @Override
        public Conduct conduct() {
            return new Conduct() {
                @Override
                public String producer(int instance, int partition) {
                    return "instance-" + instance + "-" + partition;
                }
            };
        }
    },
    COMMITTED_POSITION_READ_BEFORE_THE_FENCE {
        @Override
        public Conduct conduct() {
            return new Conduct() {
                @Override
                public boolean fencesFirst() {
                    return false;
                }
            };
        }
    },
    CURSOR_KEPT_APART_FROM_THE_OFFSET {
        @Override
        public Conduct conduct() {
            return new Conduct() {
                @Override
                public boolean cursorGoesWithOffset() {
                    return false;
                }
            };
        }
    },
    /** What the product did until the simulation showed it. */
    A_PORTAL_THAT_IS_BACK_IS_PARKED {
        @Override
        public Conduct conduct() {
            return new Conduct() {
                @Override
                public boolean parksOnlyWhatIsHeld() {
                    return false;
                }
            };
        }
    },
    /** What the product did until the simulation showed it. */
    WHAT_WAS_HALF_TAKEN_BACK_IS_SHARED_AGAIN {
        @Override
        public Conduct conduct() {
            return new Conduct() {
                @Override
                public boolean nullsTellOfEnds() {
                    return false;
                }
            };
        }
    },
    /** What the product did until the simulation showed it. */
    PORTAL_EVENTS_LOST_WITH_THE_STORE {
        @Override
        public Conduct conduct() {
            return new Conduct() {
                @Override
                public boolean portalsGoBack() {
                    return false;
                }
            };
        }
    },
    BACK_FILL_NOT_LOCKED {
        @Override
        public Conduct conduct() {
            return new Conduct() {
                @Override
                public boolean backFillLocks() {
                    return false;
                }
            };
        }
    },
    BACK_FILL_MATCHES_OTHERWISE_THAN_EVENTS {
        @Override
        public Conduct conduct() {
            return new Conduct() {
                @Override
                public boolean backFillMatchesAsEvents() {
                    return false;
                }
            };
        }
    },
    PORTALS_READ_BEFORE_THE_LOCK {
        @Override
        public Conduct conduct() {
            return new Conduct() {
                @Override
                public boolean portalsAreFresh() {
                    return false;
                }
            };
        }
    },
    BACK_FILL_CLEARS_A_NEWER_REQUEST {
        @Override
        public Conduct conduct() {
            return new Conduct() {
                @Override
                public boolean backFillsAreApart() {
                    return false;
                }
            };
        }
    },
    AN_OLD_POSITION_IS_TRUSTED {
        @Override
        public Conduct conduct() {
            return new Conduct() {
                @Override
                public boolean noticesOldPositions() {
                    return false;
                }
            };
        }
    },
    PROGRESS_REMEMBERED_FROM_BEFORE_THE_LOCK {
        @Override
        public Conduct conduct() {
            return new Conduct() {
                @Override
                public boolean progressIsReadUnderTheLock() {
                    return false;
                }
            };
        }
    };

    /** How such a product behaves; anew for each schedule. */
    public abstract Conduct conduct();
}
