import java.io.File;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.graph.api.types.IntervalSet;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** Reads a graph file as Gephi does and prints what it then holds, a JSON object a line. */
public final class ReadGraph {
    public static void main(String[] arguments) throws Exception {
        System.setProperty("java.awt.headless", "true");
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        Workspace workspace = projects.getCurrentWorkspace();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container container = importer.importFile(new File(arguments[0]));
        if (container == null) {
            throw new IllegalStateException("Gephi has no importer for " + arguments[0]);
        }
        container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE); // unless told, parallel edges become one
        container.closeLoader();
        for (Iterator<Issue> issues = container.getReport().getIssues(100000); issues.hasNext(); ) {
            Issue issue = issues.next();
            print("issue", "level", issue.getLevel().toString(), "message", issue.getMessage());
        }
        importer.process(container, new DefaultProcessor(), workspace);

        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
        Graph graph = model.getGraph();
        print(
            "graph", "nodes", graph.getNodeCount(), "edges", graph.getEdgeCount(),
            "time", model.getConfiguration().getTimeRepresentation().toString(),
            "format", model.getTimeFormat().toString(), "directed", model.isDirected(),
            "dynamic", model.isDynamic());
        columns("node", model.getNodeTable());
        columns("edge", model.getEdgeTable());
        for (Node node : graph.getNodes().toArray()) {
            print("node", "id", node.getId(), "label", node.getLabel(), "values", values(node, model.getNodeTable()),
                "intervals", intervals(node));
        }
        for (Edge edge : graph.getEdges().toArray()) {
            print("edge", "id", edge.getId(), "label", edge.getLabel(), "type", edge.getTypeLabel(),
                "source", edge.getSource().getId(), "target", edge.getTarget().getId(),
                "directed", edge.isDirected(), "values", values(edge, model.getEdgeTable()),
                "intervals", intervals(edge));
        }
        System.out.flush();
        System.exit(0); // its threads would keep the process alive
    }

    private static void columns(String scope, Table table) {
        for (Column column : table) {
            print("column", "scope", scope, "id", column.getId(), "title", column.getTitle(),
                "type", column.getTypeClass().getSimpleName(), "own", column.isProperty());
        }
    }

    private static Raw values(Element element, Table table) {
        List<Object> pairs = new ArrayList<>();
        for (Column column : table) {
            Object value = column.isProperty() ? null : element.getAttribute(column);
            if (value != null) {
                pairs.add(column.getId());
                pairs.add(value);
            }
        }
        return new Raw(object(pairs));
    }

    /** Gives the bounds in milliseconds since 1970, null where an interval is open. */
    private static Raw intervals(Element element) {
        StringBuilder out = new StringBuilder("[");
        if (element.getAttribute("timeset") instanceof IntervalSet set) {
            for (Interval interval : set.toArray()) {
                out.append(out.length() > 1 ? "," : "").append('[').append(bound(interval.getLow())).append(',')
                    .append(bound(interval.getHigh())).append(']');
            }
        }
        return new Raw(out.append(']').toString());
    }

    private static String bound(double time) {
        return Double.isInfinite(time) ? "null" : Long.toString((long) time);
    }

    private static void print(String what, Object... pairs) {
        List<Object> all = new ArrayList<>(List.of("is", what));
        all.addAll(java.util.Arrays.asList(pairs));
        System.out.println(object(all));
    }

    private static String object(List<Object> pairs) {
        StringBuilder out = new StringBuilder("{");
        for (int at = 0; at < pairs.size(); at += 2) {
            out.append(at > 0 ? "," : "").append(json(pairs.get(at))).append(':').append(json(pairs.get(at + 1)));
        }
        return out.append('}').toString();
    }

    private static String json(Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof Raw) {
            return String.valueOf(value);
        }
        StringBuilder out = new StringBuilder("\"");
        for (char each : value.toString().toCharArray()) {
            boolean plain = each >= ' ' && each < 127 && each != '"' && each != '\\';
            out.append(plain ? String.valueOf(each) : String.format("\\u%04x", (int) each));
        }
        return out.append('"').toString();
    }

    /** Text that is JSON already. */
    private record Raw(String text) {
        @Override
        public String toString() {
            return text;
        }
    }
}
