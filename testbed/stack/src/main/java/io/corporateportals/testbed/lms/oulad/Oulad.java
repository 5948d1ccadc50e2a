package io.corporateportals.testbed.lms.oulad;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The data: every learner's studies, and how clean it was.
 *
 * @param studies ordered by learner
 */
public record Oulad(List<Study> studies, Cleaning cleaning) {
    public Oulad {
        studies = List.copyOf(studies);
    }

    /** Reads the four files; a row that cannot be understood is an {@link IOException} that names its file and line. */
    public static Oulad read(OuladFiles files) throws IOException {
        return new Reading(files).read();
    }

    private static final class Reading {
        private final OuladFiles files;
        private final Map<String, Presentation> presentations = new HashMap<>();
        private final Map<String, Assessment> assessments = new HashMap<>();
        private final Map<String, Learner> learners = new TreeMap<>();
        private int rows;
        private int notMarked;
        private int banked;
        private int orphaned;

        private record Learner(List<Presentation> attended, List<Presentation> completed, List<Submission> submitted) {}

        Reading(OuladFiles files) {
            this.files = files;
        }

        Oulad read() throws IOException {
            eachRow("courses.csv", this::course);
            eachRow("assessments.csv", this::assessment);
            eachRow("studentInfo.csv", this::enrolment);
            eachRow("studentAssessment.csv", this::submission);
            List<Study> studies = new ArrayList<>();
            learners.forEach((id, learner) ->
                    studies.add(new Study(id, learner.attended, learner.completed, inOrder(learner.submitted))));
            return new Oulad(studies, new Cleaning(rows, notMarked, banked, orphaned));
        }

        private void eachRow(String file, Consumer<NamedCsvRecord> row) throws IOException {
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(files.open(file))) {
                for (NamedCsvRecord each : csv) {
                    rows++;
                    try {
                        row.accept(each);
                    } catch (RuntimeException fault) {
                        throw new IOException(file + ", line " + each.getStartingLineNumber(), fault);
                    }
                }
            }
        }

        private void course(NamedCsvRecord row) {
            int days = Integer.parseInt(row.getField("module_presentation_length"));
            presentations.put(
                    presentationOf(row),
                    new Presentation(row.getField("code_module"), row.getField("code_presentation"), days));
        }

        private void assessment(NamedCsvRecord row) {
            String id = row.getField("id_assessment");
            assessments.put(id, new Assessment(id, presentation(row), row.getField("assessment_type")));
        }

        private void enrolment(NamedCsvRecord row) {
            Learner learner = learners.computeIfAbsent(
                    row.getField("id_student"),
                    id -> new Learner(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
            learner.attended.add(presentation(row));
            String result = row.getField("final_result");
            if (result.equals("Pass") || result.equals("Distinction")) learner.completed.add(presentation(row));
        }

        private void submission(NamedCsvRecord row) {
            Assessment assessment = assessments.get(row.getField("id_assessment"));
            Learner learner = learners.get(row.getField("id_student"));
            if (assessment == null || learner == null || !learner.attended.contains(assessment.presentation())) {
                orphaned++;
            } else if (row.getField("is_banked").equals("1")) {
                banked++;
            } else {
                String score = row.getField("score");
                boolean marked = !score.isEmpty() && !score.equals("?");
                if (!marked) notMarked++;
                int day = Integer.parseInt(row.getField("date_submitted"));
                learner.submitted.add(new Submission(
                        assessment, assessment.presentation().day(day), marked ? Double.valueOf(score) : null));
            }
        }

        private Presentation presentation(NamedCsvRecord row) {
            Presentation presentation = presentations.get(presentationOf(row));
            if (presentation == null) throw new IllegalArgumentException("unknown presentation");
            return presentation;
        }

        private static String presentationOf(NamedCsvRecord row) {
            return row.getField("code_module") + "-" + row.getField("code_presentation");
        }

        private static List<Submission> inOrder(List<Submission> submitted) {
            return submitted.stream()
                    .sorted(Comparator.comparing(Submission::day)
                            .thenComparing(submission -> submission.assessment().id()))
                    .toList();
        }
    }
}
