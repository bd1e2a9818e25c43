using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Cybernetes.Api.Machinery;

/// <summary>
/// Reads YAML as upstream does: by YAML 1.1's meanings, into what JSON can hold. Documents over 3 MiB, nesting over 10,000 and aliases that
/// blow a document up are refused.
/// </summary>
public sealed class YamlReader
{
    /// <summary>Larger input is refused.</summary>
    public const int MaxLength = 3 * 1024 * 1024;

    private const string InvalidMapping = "ound invalid mapping";

    private static readonly UTF8Encoding _strict = new(false, throwOnInvalidBytes: true);

    private readonly Parser _parser;
    private readonly Dictionary<string, (Value Value, long Nodes)> _anchors = [];
    private readonly List<string>? _duplicates;
    private long _nodes;
    private long _aliased;

    private YamlReader(string text, List<string>? duplicates)
    {
        _parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
        _duplicates = duplicates;
    }

    /// <summary>
    /// Reads the first document; one without content is null. <paramref name="duplicates"/>, where given, gathers
    /// <c>line 4: key "a" already set in map</c>; the last of equal keys wins.
    /// </summary>
    /// <exception cref="WireException">The input is not YAML, or says what JSON cannot.</exception>
    public static Value Read(ReadOnlySpan<byte> utf8, List<string>? duplicates = null)
    {
        if (utf8.Length > MaxLength)
        {
            throw new WireException($"yaml: document of {utf8.Length} bytes exceeds the limit of {MaxLength}");
        }

        try
        {
            return new YamlReader(_strict.GetString(utf8), duplicates).ReadDocument();
        }
        catch (DecoderFallbackException e)
        {
            throw new WireException("error converting YAML to JSON: yaml: invalid leading UTF-8 octet", e);
        }
        catch (YamlException e)
        {
            throw new WireException($"error converting YAML to JSON: yaml: {Where(e)}{Problem(e.Message)}", e);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            // The scanner's own checks of itself, which broken input can trip.
            throw new WireException("error converting YAML to JSON: yaml: could not scan the document", e);
        }
        catch (InsufficientExecutionStackException e)
        {
            throw new WireException("error converting YAML to JSON: yaml: exceeded max depth of 10000", e);
        }
    }

    /// <summary>The documents of a stream, split at <c>---</c> lines, with the number of each, from 1; those without content are left out.</summary>
    /// <exception cref="WireException">A document cannot be read; the message names its number where there are several.</exception>
    public static IReadOnlyList<(int Number, Value Document)> ReadAll(ReadOnlySpan<byte> utf8)
    {
        var documents = new List<(int, Value)>();
        var ranges = Split(utf8);
        for (var i = 0; i < ranges.Count; i++)
        {
            try
            {
                var document = Read(utf8[ranges[i]]);
                if (!document.IsNull)
                {
                    documents.Add((i + 1, document));
                }
            }
            catch (WireException e) when (ranges.Count > 1)
            {
                throw new WireException($"document {i + 1}: {e.Message}", e);
            }
        }

        return documents;
    }

    /// <summary>Where the documents of a stream stand: what lies between <c>---</c> lines.</summary>
    public static IReadOnlyList<Range> Split(ReadOnlySpan<byte> utf8)
    {
        var ranges = new List<Range>();
        var (start, line) = (0, 0);
        while (line < utf8.Length)
        {
            var length = utf8[line..].IndexOf((byte)'\n');
            var end = length < 0 ? utf8.Length : line + length + 1;
            var text = utf8[line..end].TrimEnd(" \t\r\n"u8);
            if (text.StartsWith("---"u8) && (text.Length == 3 || text[3] is (byte)' ' or (byte)'\t'))
            {
                if (!utf8[start..line].Trim(" \t\r\n"u8).IsEmpty)
                {
                    ranges.Add(start..line);
                }

                // What follows the dashes on their line belongs to the document.
                start = line + 3;
            }

            line = end;
        }

        if (!utf8[start..].Trim(" \t\r\n"u8).IsEmpty)
        {
            ranges.Add(start..utf8.Length);
        }

        return ranges;
    }

    private Value ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            return Value.Null;
        }

        return ReadNode();
    }

    private Value ReadNode()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            if (!_anchors.TryGetValue(alias.Value.Value, out var anchored))
            {
                throw new YamlException(alias.Start, alias.End, $"unknown anchor '{alias.Value.Value}' referenced");
            }

            Count(anchored.Nodes, aliased: true);
            return anchored.Value;
        }

        var before = _nodes;
        Count(1, aliased: false);
        var node = _parser.Consume<NodeEvent>();
        var value = node switch
        {
            Scalar scalar => ReadScalar(scalar),
            SequenceStart => ReadSequence(),
            MappingStart => ReadMapping(),
            _ => throw new YamlException(node.Start, node.End, "did not find expected node content"),
        };
        if (!node.Anchor.IsEmpty)
        {
            _anchors[node.Anchor.Value] = (value, _nodes - before);
        }

        return value;
    }

    private Value ReadSequence()
    {
        var items = new List<Value>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode());
        }

        return Value.List(items.ToValueList());
    }

    private Value ReadMapping()
    {
        var entries = new List<KeyValuePair<string, Value>>();
        var seen = _duplicates is null ? null : new HashSet<string>();
        List<Value>? merges = null;
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var at = _parser.Current!;
            if (at is Scalar { Value: "<<", Style: ScalarStyle.Plain })
            {
                _parser.MoveNext();
                Merge(merges ??= [], ReadNode(), at);
                continue;
            }

            var key = KeyText(ReadNode(), at);
            if (seen?.Add(key) == false)
            {
                _duplicates!.Add($"line {at.Start.Line.ToString(CultureInfo.InvariantCulture)}: key {GoText.Quote(key)} already set in map");
            }

            entries.Add(new(key, ReadNode()));
        }

        if (merges is not null)
        {
            // What is merged in gives way to what the mapping itself says.
            entries.InsertRange(0, merges.SelectMany(merge => merge.Entries));
        }

        return Value.Map(ValueMap.Adopt(entries.ToArray()));
    }

    private static void Merge(List<Value> merges, Value value, ParsingEvent at)
    {
        foreach (var source in value.IsList ? value.Items.Reverse() : [value])
        {
            merges.Add(source.IsMap ? source : throw new YamlException(at.Start, at.End, "map merge requires map or sequence of maps as the value"));
        }
    }

    private static string KeyText(Value key, ParsingEvent at) => key.Kind switch
    {
        ValueKind.String => key.AsString!,
        ValueKind.Boolean or ValueKind.Integer => key.ToString(),
        ValueKind.Double => GoText.Number(key.AsDouble!.Value),
        ValueKind.Null => "null",
        _ => throw new YamlException(at.Start, at.End, $"unsupported map key of type {GoValue.JsonKind(key)}"),
    };

    private static Value ReadScalar(Scalar scalar)
    {
        if (!scalar.Tag.IsEmpty && !scalar.Tag.IsNonSpecific)
        {
            return ReadTagged(scalar);
        }

        if (scalar.Style != ScalarStyle.Plain || scalar.Tag.IsNonSpecific)
        {
            return scalar.Value;
        }

        YamlScalar.Resolve(scalar.Value, out var value);
        return value.AsDouble is { } number && !double.IsFinite(number)
            ? throw new YamlException(scalar.Start, scalar.End, $"json: unsupported value: {GoText.Number(number)}")
            : value;
    }

    private static Value ReadTagged(Scalar scalar)
    {
        var tag = YamlScalar.Resolve(scalar.Value, out var value);
        switch (scalar.Tag.Value)
        {
            case "tag:yaml.org,2002:str":
                return scalar.Value;
            case "tag:yaml.org,2002:binary":
                var bytes = new byte[scalar.Value.Length];
                return Convert.TryFromBase64String(scalar.Value, bytes, out var length)
                    ? Encoding.UTF8.GetString(bytes, 0, length)
                    : throw new YamlException(scalar.Start, scalar.End, "!!binary value contains invalid base64 data");
            case "tag:yaml.org,2002:float" when tag == YamlScalar.Tag.Integer:
                return value.AsDouble!.Value;
            case "tag:yaml.org,2002:int" when tag != YamlScalar.Tag.Integer:
            case "tag:yaml.org,2002:bool" when tag != YamlScalar.Tag.Boolean:
            case "tag:yaml.org,2002:float" when tag != YamlScalar.Tag.Float:
                throw new YamlException(scalar.Start, scalar.End, $"cannot decode !!{tag} `{scalar.Value}` as a {scalar.Tag.Value[(scalar.Tag.Value.LastIndexOf(':') + 1)..]}");
            default:
                return value;
        }
    }

    // Upstream's measure against documents that aliases blow up.
    private void Count(long nodes, bool aliased)
    {
        _nodes += nodes;
        _aliased += aliased ? nodes : 0;
        if (_aliased > 100 && _nodes > 1000 && (double)_aliased / _nodes > AllowedRatio(_nodes))
        {
            throw new YamlException("document contains excessive aliasing");
        }
    }

    private static double AllowedRatio(long nodes) => nodes switch
    {
        <= 400_000 => 0.99,
        >= 4_000_000 => 0.10,
        _ => 0.99 - (0.89 * ((nodes - 400_000) / 3_600_000.0)),
    };

    // libyaml counts lines from 0, shows none for the first, and one more for what its scanner finds.
    private static string Where(YamlException e)
    {
        var line = e.Start.Line - 1;
        return line <= 0 ? "" : $"line {(e is SyntaxErrorException || e.Message.Contains(InvalidMapping, StringComparison.Ordinal) ? line + 1 : line).ToString(CultureInfo.InvariantCulture)}: ";
    }

    // "While parsing a flow sequence, did not find …" is the context and the problem; upstream shows the problem.
    private static string Problem(string message)
    {
        var comma = message.StartsWith("While ", StringComparison.Ordinal) ? message.IndexOf(", ", StringComparison.Ordinal) : -1;
        message = comma < 0 ? message : message[(comma + 2)..];
        if (message.Contains(InvalidMapping, StringComparison.Ordinal))
        {
            return "mapping values are not allowed in this context";
        }

        return message.Length == 0 ? message : char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.');
    }
}
