package app.lectern.demo.school;

import java.time.LocalDate;
import java.util.List;

/// Something that a project owes on a day: what the college's project list holds, outside Microsoft 365.
///
/// @param due    null while no date is set
/// @param owners mail addresses
public record Deliverable(String id, String project, String client, String title, LocalDate due, List<String> owners) {
}
