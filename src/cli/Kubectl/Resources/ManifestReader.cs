using System.Text.RegularExpressions;
using Cybernetes.Api.Machinery;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Resources;

/// <summary>Reads the documents that <c>-f</c> names: files, directories, URLs and standard input; YAML or JSON, several in one, lists opened.</summary>
public static partial class ManifestReader
{
    private static readonly string[] _extensions = [".json", ".yaml", ".yml"];

    /// <summary>Every document with the file that it came from, in order.</summary>
    /// <exception cref="KubectlException">A file is not there or cannot be read.</exception>
    public static async Task<IReadOnlyList<(Value Document, string Source)>> ReadAsync(Session session, IEnumerable<string> names, bool recursive, CancellationToken cancellationToken)
    {
        var documents = new List<(Value, string)>();
        foreach (var name in names)
        {
            if (name == "-")
            {
                using var input = new MemoryStream();
                await session.Io.In.CopyToAsync(input, cancellationToken).ConfigureAwait(false);
                Add(documents, input.ToArray(), "STDIN");
            }
            else if (name.StartsWith("http://", StringComparison.Ordinal) || name.StartsWith("https://", StringComparison.Ordinal))
            {
                using var http = new HttpClient();
                Add(documents, await http.GetByteArrayAsync(new Uri(name), cancellationToken).ConfigureAwait(false), name);
            }
            else
            {
                foreach (var file in Files(name, recursive))
                {
                    Add(documents, await File.ReadAllBytesAsync(file, cancellationToken).ConfigureAwait(false), file);
                }
            }
        }

        return documents;
    }

    private static IEnumerable<string> Files(string name, bool recursive)
    {
        if (File.Exists(name))
        {
            return [name];
        }

        if (Directory.Exists(name))
        {
            return Directory.EnumerateFiles(name, "*", recursive ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly)
                .Where(file => _extensions.Contains(Path.GetExtension(file)))
                .Order(StringComparer.Ordinal);
        }

        var matches = name.AsSpan().IndexOfAny("*?[") >= 0 ? Glob(name) : [];
        return matches.Length > 0 ? matches : throw KubectlException.Error($"the path \"{name}\" does not exist");
    }

    private static string[] Glob(string pattern)
    {
        var directory = Path.GetDirectoryName(pattern) is { Length: > 0 } given ? given : ".";
        if (!Directory.Exists(directory))
        {
            return [];
        }

        var name = new Regex("^" + Regex.Escape(Path.GetFileName(pattern)).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$");
        return [.. Directory.EnumerateFiles(directory).Where(file => name.IsMatch(Path.GetFileName(file))).Order(StringComparer.Ordinal)];
    }

    private static void Add(List<(Value Document, string Source)> documents, byte[] bytes, string source)
    {
        try
        {
            foreach (var (_, document) in YamlReader.ReadAll(bytes))
            {
                AddOpened(documents, document, source);
            }
        }
        catch (WireException e)
        {
            throw KubectlException.Error($"error parsing {source}: {e.Message}");
        }
    }

    private static void AddOpened(List<(Value Document, string Source)> documents, Value document, string source)
    {
        if (document.IsNull)
        {
            return;
        }

        var kind = document["kind"].AsString ?? "";
        if (kind.Length == 0)
        {
            throw KubectlException.Error($"error validating \"{source}\": error validating data: [apiVersion not set, kind not set]; if you choose to ignore these errors, turn validation off with --validate=false");
        }

        if (kind.EndsWith("List", StringComparison.Ordinal) && document["items"].IsList)
        {
            foreach (var item in document["items"].Items)
            {
                AddOpened(documents, item, source);
            }

            return;
        }

        documents.Add((document, source));
    }
}
