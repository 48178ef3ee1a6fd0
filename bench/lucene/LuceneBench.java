import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * Lucene behind lines of tab-separated words, one command a line in, one reply a line out; it keeps its own time, so that
 * the way to it costs nothing.
 *
 * <pre>
 * add, id, title, text -> nothing
 * index                -> indexed, ms, bytes
 * ask, question        -> asked, ms of the search, ms with excerpts, ids between spaces, excerpts…
 * reload               -> reloaded, ms
 * </pre>
 *
 * Arguments: folder of the index, passages of a search, of these with an excerpt, sentences in an excerpt.
 */
final class LuceneBench {
  /** A title counts as much as with Greffier; as much as the text, it costs four points of success@1 on PIAF. */
  private static final Map<String, Float> WEIGHTS = Map.of("title", 0.3f, "text", 1f);

  private record Passage(String id, String title, String text) {}

  private final Path folder;
  private final int depth;
  private final int shown;
  private final int sentences;
  private final Directory directory;
  private final Analyzer analyzer = new FrenchAnalyzer();
  private final QueryBuilder queries = new QueryBuilder(analyzer);
  private IndexSearcher searcher;
  private UnifiedHighlighter highlighter;

  private LuceneBench(String[] words) throws IOException {
    folder = Path.of(words[0]);
    depth = Integer.parseInt(words[1]);
    shown = Integer.parseInt(words[2]);
    sentences = Integer.parseInt(words[3]);
    directory = FSDirectory.open(folder);
  }

  public static void main(String[] words) throws IOException {
    LuceneBench bench = new LuceneBench(words);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<Passage> passages = new ArrayList<>();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] parts = line.split("\t", -1);
      switch (parts[0]) {
        case "add" -> passages.add(new Passage(parts[1], parts[2], parts[3]));
        case "index" -> out.println(bench.index(passages));
        case "ask" -> out.println(bench.ask(parts[1]));
        case "reload" -> out.println("reloaded\t" + bench.open());
        default -> throw new IllegalArgumentException(parts[0]);
      }
    }
  }

  private String index(List<Passage> passages) throws IOException {
    long start = System.nanoTime();
    IndexWriterConfig config = new IndexWriterConfig(analyzer).setSimilarity(new BM25Similarity());
    // Offsets in the index let the highlighter do without reading the text again.
    FieldType text = new FieldType(TextField.TYPE_STORED);
    text.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    text.freeze();
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (Passage passage : passages) {
        Document document = new Document();
        document.add(new StringField("id", passage.id(), Field.Store.YES));
        document.add(new TextField("title", passage.title(), Field.Store.NO));
        document.add(new Field("text", passage.text(), text));
        writer.addDocument(document);
      }
      writer.commit();
    }
    open();
    double took = since(start);
    passages.clear();
    return "indexed\t" + took + "\t" + bytes();
  }

  private double open() throws IOException {
    long start = System.nanoTime();
    searcher = new IndexSearcher(DirectoryReader.open(directory));
    searcher.setSimilarity(new BM25Similarity());
    highlighter =
        UnifiedHighlighter.builder(searcher, analyzer)
            .withBreakIterator(() -> BreakIterator.getSentenceInstance(Locale.FRENCH))
            .withFormatter(new DefaultPassageFormatter("", "", " … ", false))
            .build();
    return since(start);
  }

  private String ask(String question) throws IOException {
    long start = System.nanoTime();
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    for (String field : WEIGHTS.keySet()) {
      Query query = queries.createBooleanQuery(field, question, BooleanClause.Occur.SHOULD);
      if (query != null) either.add(new BoostQuery(query, WEIGHTS.get(field)), BooleanClause.Occur.SHOULD);
    }
    Query query = either.build();
    TopDocs found = searcher.search(query, depth);
    StoredFields stored = searcher.storedFields();
    StringBuilder ids = new StringBuilder();
    for (ScoreDoc hit : found.scoreDocs) ids.append(stored.document(hit.doc).get("id")).append(' ');
    double search = since(start);
    ScoreDoc[] best = Arrays.copyOf(found.scoreDocs, Math.min(shown, found.scoreDocs.length));
    String[] excerpts =
        best.length == 0
            ? new String[0]
            : highlighter.highlight("text", query, new TopDocs(found.totalHits, best), sentences);
    double whole = since(start);
    StringBuilder reply = new StringBuilder("asked\t" + search + "\t" + whole + "\t" + ids.toString().strip());
    for (String excerpt : excerpts) reply.append('\t').append(excerpt == null ? "" : excerpt.replaceAll("\\s+", " "));
    return reply.toString();
  }

  private long bytes() throws IOException {
    try (var files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
