package app.lectern.demo.school;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Makes up the project list.
final class DeliverableSeed {
    private static final List<List<String>> PROJECTS = List.of(List.of("Coastal Library", "Harbour Council"),
            List.of("Science Block refit", "Northfield College"), List.of("Sixth-form course site", "Internal"),
            List.of("Sports Hall survey", "Tidewater Trust"), List.of("Open evening film", "Internal"));
    private static final List<String> TITLES = List.of("Scope sign-off", "30 % report", "65 % design", "Planning submission",
            "95 % construction set", "Tender issue", "Content freeze", "Accessibility review", "Furniture schedule",
            "Site visit");
    private static final List<String> OWNERS = List.of("amina.hassan", "tomasz.nowak", "daniel.osei", "y.tanaka", "sanjay.patel",
            "ruth.okafor", "claire.dubois", "priya.raman");

    private DeliverableSeed() {
    }

    static List<Deliverable> list(int count, LocalDate today, String domain, Ids ids) {
        var list = new ArrayList<Deliverable>();
        for (int i = 0; i < count; i++) {
            var project = PROJECTS.get(i % PROJECTS.size());
            var owners = new ArrayList<String>();
            for (int k = 0; k <= i % 3; k++) {
                owners.add(OWNERS.get((i + k * 3) % OWNERS.size()) + "@" + domain);
            }
            var due = i % 10 == 8 ? null : weekday(today.plusDays(-14 + i * 2L % 45));
            var round = i / (PROJECTS.size() * TITLES.size());
            var title = TITLES.get((i / PROJECTS.size() + i) % TITLES.size()) + (round == 0 ? "" : ", lot " + (round + 1));
            list.add(new Deliverable(ids.guid("deliverable", i), project.getFirst(), project.getLast(), title, due, owners));
        }
        return List.copyOf(list);
    }

    private static LocalDate weekday(LocalDate date) {
        return date.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue() ? date.plusDays(2) : date;
    }
}
