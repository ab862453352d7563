package app.lectern.deliverables;

import app.lectern.graph.GraphSession;
import app.lectern.integrations.Integration;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import java.util.List;
import java.util.function.Function;

/// Who may look into the shared calendar.
public final class CalendarSharing {
    private final Deliverables deliverables;
    private final Function<Integration, GraphSession> sessions;

    public CalendarSharing(Deliverables deliverables, Function<Integration, GraphSession> sessions) {
        this.deliverables = deliverables;
        this.sessions = sessions;
    }

    public List<CalendarShare> list(Integration of) {
        return graph(of).shares(deliverables.mailbox(of), calendar(of));
    }

    /// Sharing with whoever has it already, as after an answer that was lost on its way, leaves it as it is.
    public void share(Integration of, String address) {
        try {
            graph(of).share(deliverables.mailbox(of), calendar(of), address);
        } catch (ProblemException refused) {
            if (refused.problem().code() != Problem.Code.CONFLICT || list(of).stream().noneMatch(entry -> entry.address().equalsIgnoreCase(address) && entry.mayRead())) {
                throw refused;
            }
        }
    }

    public void remove(Integration of, CalendarShare share) {
        graph(of).unshare(deliverables.mailbox(of), calendar(of), share);
    }

    /// Lets everybody in the organisation read it, or only see when it is busy.
    public void organisation(Integration of, boolean reads) {
        var entry = list(of).stream().filter(CalendarShare::isOrganisation).findFirst()
                .orElseThrow(() -> Problem.of(Problem.Code.ITEM_GONE).with("item", "My Organization").raise());
        graph(of).shareWithOrganisation(deliverables.mailbox(of), calendar(of), entry, reads);
    }

    private CalendarsGraph graph(Integration of) {
        return new CalendarsGraph(sessions.apply(of));
    }

    private String calendar(Integration of) {
        var id = deliverables.settings(of).calendarId();
        if (id.isEmpty()) {
            throw Problem.of(Problem.Code.CALENDAR_NOT_MADE).with("item", deliverables.settings(of).calendarName()).raise();
        }
        return id;
    }
}
