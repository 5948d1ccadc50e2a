package io.corporateportals.testbed.lms.oulad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OuladTest {
    private static final Presentation AAA_2013J = new Presentation("AAA", "2013J", 268);
    private static final Presentation BBB_2013B = new Presentation("BBB", "2013B", 240);

    @Test
    void joinsTheFilesToStudies() throws IOException {
        Oulad data = Oulad.read(clean());

        assertThat(data.studies()).hasSize(2);
        Study study = data.studies().get(0);
        assertThat(study.learner()).isEqualTo("11");
        assertThat(study.attended()).containsExactly(AAA_2013J, BBB_2013B);
        assertThat(study.completed()).containsExactly(BBB_2013B);
        assertThat(study.submissions())
                .containsExactly(
                        new Submission(new Assessment("2", BBB_2013B, "CMA"), LocalDate.of(2013, 1, 31), 40.0),
                        new Submission(new Assessment("1", AAA_2013J, "TMA"), LocalDate.of(2013, 10, 19), 39.0));
        assertThat(study.submissions()).extracting(Submission::passed).containsExactly(true, false);
    }

    @Test
    void countsDaysFromTheStartOfThePresentation() {
        assertThat(AAA_2013J.firstDay()).isEqualTo("2013-10-01");
        assertThat(BBB_2013B.firstDay()).isEqualTo("2013-02-01");
        assertThat(BBB_2013B.day(-10)).isEqualTo("2013-01-22");
        assertThat(BBB_2013B.lastDay()).isEqualTo("2013-09-29");
    }

    @Test
    void aResultThatIsNotMarkedHasNeitherScoreNorVerdict() throws IOException {
        Oulad data = Oulad.read(with("1,22,18,0,?"));

        Submission submission = data.studies().get(1).submissions().get(0);
        assertThat(submission.score()).isNull();
        assertThat(submission.passed()).isNull();
        assertThat(data.cleaning()).isEqualTo(new Cleaning(10, 1, 0, 0));
    }

    @Test
    void aBankedResultIsLeftOutAndCounted() throws IOException {
        Oulad data = Oulad.read(with("1,22,-1,1,80"));

        assertThat(data.studies().get(1).submissions()).isEmpty();
        assertThat(data.cleaning()).isEqualTo(new Cleaning(10, 0, 1, 0));
    }

    @Test
    void aSubmissionOfNobodysOrOfNoTestIsLeftOutAndCounted() throws IOException {
        Oulad data = Oulad.read(with("2,22,18,0,80\n1,33,18,0,80\n9,22,18,0,80"));

        assertThat(data.studies().get(1).submissions()).isEmpty();
        assertThat(data.cleaning()).isEqualTo(new Cleaning(12, 0, 0, 3));
    }

    @Test
    void aRowThatCannotBeUnderstoodIsNamed() {
        assertThatThrownBy(() -> Oulad.read(with("1,22,soon,0,80")))
                .isInstanceOf(IOException.class)
                .hasMessage("studentAssessment.csv, line 4");
    }

    @Test
    void theSampleThatShipsHasBankedAndUnmarkedResults() throws IOException {
        Oulad data = Oulad.read(OuladFiles.sample());

        assertThat(data.cleaning()).isEqualTo(new Cleaning(11_905, 10, 168, 0));
    }

    private static OuladFiles clean() {
        return with("");
    }

    private static OuladFiles with(String moreSubmissions) {
        Map<String, String> files = new HashMap<>();
        files.put("courses.csv", """
                code_module,code_presentation,module_presentation_length
                AAA,2013J,268
                BBB,2013B,240
                """);
        files.put("assessments.csv", """
                code_module,code_presentation,id_assessment,assessment_type,date,weight
                AAA,2013J,1,TMA,19,10
                BBB,2013B,2,CMA,,100
                """);
        files.put("studentInfo.csv", """
                code_module,code_presentation,id_student,final_result
                AAA,2013J,11,Withdrawn
                BBB,2013B,11,Distinction
                AAA,2013J,22,Fail
                """);
        files.put("studentAssessment.csv", """
                id_assessment,id_student,date_submitted,is_banked,score
                1,11,18,0,39
                2,11,-1,0,40
                """ + moreSubmissions);
        return name -> {
            String text = files.get(name);
            if (text == null) throw new FileNotFoundException(name);
            return new StringReader(text);
        };
    }
}
