package app.lectern.demo.graph;

import java.util.Set;

/// One operation of Graph: where it is, which permissions open it, which body it accepts. Configured once, at start.
public final class GraphRoute {

    private final String method;
    private final PathTemplate template;
    private final GraphService service;
    private final GraphHandler handler;
    private Set<String> application = Set.of();
    private Set<String> delegated = Set.of();
    private String bodyType;
    private Action action;
    private String answerType;
    private String mailboxVariable;

    record Action(String boundTo, String name) {
    }

    GraphRoute(String method, String template, GraphService service, GraphHandler handler) {
        this.method = method;
        this.template = new PathTemplate(template);
        this.service = service;
        this.handler = handler;
        this.mailboxVariable = service == GraphService.EXCHANGE ? "user" : null;
    }

    /// Any one of these application permissions opens the route; without this call applications by themselves are refused.
    public GraphRoute application(String... permissions) {
        application = Set.of(permissions);
        return this;
    }

    /// Any one of these delegated permissions opens the route; without this call signed-in users are refused.
    public GraphRoute delegated(String... permissions) {
        delegated = Set.of(permissions);
        return this;
    }

    /// The metadata type of the request body, for example `microsoft.graph.event`; the body is checked against it.
    public GraphRoute accepts(String type) {
        bodyType = type;
        return this;
    }

    /// The body is the parameters of this action, bound to this type: `acceptsAction("microsoft.graph.event", "cancel")`.
    public GraphRoute acceptsAction(String boundTo, String name) {
        action = new Action(boundTo, name);
        return this;
    }

    /// The metadata type of the answer, or of its items: members of evolvable enums that clients must ask for are hidden.
    public GraphRoute returns(String type) {
        answerType = type;
        return this;
    }

    /// The variable that names the mailbox whose limit of four requests at once holds. Exchange routes take `{user}` by themselves.
    public GraphRoute mailbox(String variable) {
        mailboxVariable = variable;
        return this;
    }

    String method() {
        return method;
    }

    PathTemplate template() {
        return template;
    }

    GraphService service() {
        return service;
    }

    GraphHandler handler() {
        return handler;
    }

    boolean opensFor(Caller caller) {
        return caller.holdsAny(application, delegated);
    }

    String bodyType() {
        return bodyType;
    }

    Action action() {
        return action;
    }

    String answerType() {
        return answerType;
    }

    String mailboxVariable() {
        return mailboxVariable;
    }
}
