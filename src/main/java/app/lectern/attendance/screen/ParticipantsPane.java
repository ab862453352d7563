package app.lectern.attendance.screen;

import app.lectern.attendance.AttendanceSource;
import app.lectern.attendance.AttendanceText;
import app.lectern.attendance.MatchRule;
import app.lectern.attendance.Participant;
import app.lectern.attendance.PersonKind;
import app.lectern.attendance.Stay;
import app.lectern.shell.Shell;
import app.lectern.shell.controls.Card;
import app.lectern.shell.controls.Chip;
import app.lectern.shell.controls.Icons;
import app.lectern.shell.controls.Tables;
import app.lectern.shell.controls.Tone;
import app.lectern.words.Words;
import atlantafx.base.controls.CustomTextField;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Everybody who was in the meeting, a row each, with their stays on one scale of time.
final class ParticipantsPane extends VBox {
    private final AttendanceViewModel model;
    private final Words words;
    private final AttendanceText text;
    private final GanttCell.Ruler ruler;
    private final Label count = new Label();
    private final HBox legend = new HBox(16);
    private final MenuButton filter = new MenuButton();
    private final TableView<Participant> table;
    private TimeScale scale;
    final CustomTextField person = new CustomTextField();

    ParticipantsPane(Shell shell, AttendanceViewModel model, Consumer<Participant> open) {
        this.model = model;
        this.words = shell.words();
        this.text = new AttendanceText(words);
        this.ruler = new GanttCell.Ruler(words.zone(), words::time);
        getStyleClass().addAll("lx-card", "lx-area");
        table = Tables.dense(words.text("attendance.participants"), shell::copy, open);
        table.setId("attendance-participants");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        addColumns();
        var sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        var none = new Label(words.text("attendance.none-match"));
        none.getStyleClass().add("lx-secondary");
        table.setPlaceholder(none);
        setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(filters(), table, foot());
        model.shown().addListener((ListChangeListener<Participant>) changed -> sayHowMany());
        model.participants().addListener((ListChangeListener<Participant>) changed -> sayHowMany());
        model.filterProperty().subscribe(now -> sayHowMany());
    }

    private void addColumns() {
        var name = Tables.<Participant>name(words.text("attendance.column.participant"), 196, each -> each.who().called());
        name.setCellFactory(of -> new NameCell());
        name.setMinWidth(190);
        var kind = Tables.<Participant>text(words.text("attendance.column.role"), 80, each -> words.of(each.role()));
        var time = Tables.<Participant, Duration>number(words.text("attendance.column.time"), 116, Participant::total, text::length);
        time.setId("attendance-time");
        time.setMinWidth(116);
        var sessions = Tables.<Participant, Integer>number(words.text("attendance.column.sessions"), 76, each -> each.time().sessions(), String::valueOf);
        var first = moment("attendance.column.first", each -> each.time().firstJoin());
        var last = moment("attendance.column.last", each -> each.time().lastLeave());
        var share = Tables.<Participant, Double>number(words.text("attendance.column.share"), 58, Participant::share, words::percent);
        var stated = Tables.<Participant, Duration>number(words.text("attendance.column.stated"), 92, Participant::stated,
                value -> value.isZero() ? "" : text.length(value));
        stated.setVisible(false);
        var email = Tables.<Participant>text(words.text("attendance.column.email"), 180, each -> each.who().email());
        email.setVisible(false);
        table.getColumns().add(name);
        table.getColumns().add(email);
        table.getColumns().add(kind);
        table.getColumns().add(time);
        table.getColumns().add(stated);
        table.getColumns().add(share);
        table.getColumns().add(sessions);
        table.getColumns().add(first);
        table.getColumns().add(last);
        table.getColumns().add(gantt());
        // the timeline shows what the first of these say
        Tables.giveWay(table, sessions, last, first, kind, email, stated, share);
    }

    private TableColumn<Participant, Instant> moment(String key, java.util.function.Function<Participant, Optional<Instant>> of) {
        var column = new TableColumn<Participant, Instant>(words.text(key));
        column.setPrefWidth(84);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(of.apply(row.getValue()).orElse(null)));
        column.setCellFactory(each -> new TableCell<>() {
            @Override
            protected void updateItem(Instant item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : words.time(item));
            }
        });
        return column;
    }

    private TableColumn<Participant, String> gantt() {
        var column = Tables.<Participant>text(words.text("attendance.column.timeline"), 160, this::stays);
        column.setMinWidth(160);
        column.setSortable(false);
        column.getStyleClass().add("lx-gantt-head");
        column.setGraphic(ruler);
        ruler.prefWidthProperty().bind(column.widthProperty());
        column.setCellFactory(of -> new GanttCell(() -> scale, words.zone()));
        return column;
    }

    private String stays(Participant person) {
        return person.time().stretches().stream().map(this::stay).collect(Collectors.joining(", "));
    }

    private String stay(Stay stay) {
        return words.time(stay.joined()) + "–" + words.time(stay.left());
    }

    void show(TimeScale on) {
        if (!on.equals(scale)) {
            scale = on;
            ruler.show(on);
            table.refresh();
        }
        showLegend();
    }

    private Node filters() {
        person.setId("attendance-person");
        person.setLeft(Icons.of("bi-search", 14));
        person.setPromptText(words.text("attendance.find-participant"));
        person.setAccessibleText(person.getPromptText());
        person.setPrefWidth(220);
        person.textProperty().bindBidirectional(model.personProperty());
        filter.setId("attendance-filter");
        for (var each : AttendanceViewModel.Shown.values()) {
            var item = new MenuItem(words.of(each));
            item.setOnAction(chosen -> model.filterProperty().set(each));
            filter.getItems().add(item);
        }
        filter.setOnShowing(shown -> {
            for (int at = 0; at < filter.getItems().size(); at++) {
                var each = AttendanceViewModel.Shown.values()[at];
                filter.getItems().get(at).setText(words.of(each) + "  " + words.count(model.count(each)));
            }
        });
        var line = new HBox(8, person, filter, Card.space(), count);
        line.getStyleClass().add("filters");
        line.setAlignment(Pos.CENTER_LEFT);
        count.getStyleClass().add("lx-secondary");
        count.setId("attendance-count");
        return line;
    }

    private void sayHowMany() {
        filter.setText(words.of(model.filterProperty().get()));
        filter.setAccessibleText(words.text("attendance.show") + ": " + filter.getText());
        count.setText(words.text("attendance.shown", model.shown().size(), model.participants().size()));
    }

    private Node foot() {
        legend.getStyleClass().add("legend");
        legend.setAlignment(Pos.CENTER_LEFT);
        return legend;
    }

    private void showLegend() {
        legend.getChildren().setAll(sign("stay", words.text("attendance.legend.in")), sign("away", words.text("attendance.legend.away")));
        model.participants().stream().filter(Participant::isManual).flatMap(each -> each.origin().stream()).findFirst().ifPresent(report ->
                legend.getChildren().add(sign("manual", words.text("attendance.legend.manual", report.origin().by(), words.when(report.readAt())))));
    }

    private static Node sign(String style, String says) {
        var mark = new Region();
        mark.getStyleClass().addAll("sign", style);
        var label = new Label(says, mark);
        label.getStyleClass().add("lx-secondary");
        label.setMinWidth(0);
        return label;
    }

    /// The name, with what is worth noticing.
    private final class NameCell extends TableCell<Participant, String> {
        private final Label name = new Label();
        private final HBox face = new HBox(6, name);

        NameCell() {
            face.setAlignment(Pos.CENTER_LEFT);
            name.setMinWidth(40);
            getStyleClass().add("lx-name");
        }

        @Override
        protected void updateItem(String item, boolean empty) {
            super.updateItem(item, empty);
            var row = empty ? null : getTableRow().getItem();
            setText(null);
            if (row == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            name.setText(item);
            face.getChildren().setAll(name);
            if (row.late()) {
                face.getChildren().add(new Chip(words.text("attendance.late"), Tone.WARNING, "bi-clock"));
            } else if (row.leftEarly()) {
                face.getChildren().add(new Chip(words.text("attendance.left-early"), Tone.WARNING, "bi-box-arrow-right"));
            }
            if (row.source() != AttendanceSource.API) {
                face.getChildren().add(new Chip(words.of(row.source()), Tone.NEUTRAL, row.isManual() ? "bi-pencil" : "bi-file-earmark-text"));
            } else if (row.kind() != PersonKind.MEMBER) {
                face.getChildren().add(new Chip(words.of(row.kind()), Tone.NEUTRAL, "bi-person"));
            }
            setGraphic(face);
            setTooltip(new Tooltip(about(row)));
            setAccessibleText(item + (text.remarks(row).isEmpty() ? "" : ", " + text.remarks(row)));
        }
    }

    private String about(Participant person) {
        var lines = new StringBuilder(person.who().called());
        if (person.who().hasEmail()) {
            lines.append("\n").append(person.who().email());
        }
        if (person.rule() != MatchRule.SINGLE) {
            lines.append("\n").append(words.of(person.rule()));
        }
        if (person.differs()) {
            lines.append("\n").append(words.text("attendance.differs", text.length(person.stated()), text.length(person.total())));
        }
        person.origin().ifPresent(report -> lines.append("\n").append(text.origin(report)));
        return lines.toString();
    }
}
