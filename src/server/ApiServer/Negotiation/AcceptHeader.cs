using System.Globalization;

namespace Cybernetes.ApiServer.Negotiation;

/// <summary>Chooses what to answer with from an Accept header (RFC 9110, 12.5.1) as upstream does.</summary>
public static class AcceptHeader
{
    /// <summary>
    /// The format for the first clause, by quality, that can be served; null where there is none. <paramref name="known"/> tells whether any
    /// clause names a media type of ours at all: then it is the parameters that cannot be served. Only what is stored prints as a Table.
    /// </summary>
    public static OutputFormat? Choose(string accept, bool isWatch, out bool known, bool printsTables = true)
    {
        known = true;
        if (accept.Length == 0)
        {
            return OutputFormat.Json;
        }

        known = false;
        foreach (var clause in Clauses(accept))
        {
            if (EncodingOf(clause.Type, isWatch) is not { } encoding)
            {
                continue;
            }

            known = true;
            if (FormatOf(encoding, clause.Parameters) is { } format && (printsTables || format.Shape != Shape.Table))
            {
                return format;
            }
        }

        return null;
    }

    private static Encoding? EncodingOf(string type, bool isWatch) => type switch
    {
        "*/*" or "application/*" or MediaTypes.Json => Encoding.Json,
        MediaTypes.Yaml => Encoding.Yaml,
        MediaTypes.Protobuf => Encoding.Protobuf,
        MediaTypes.Cbor => Encoding.Cbor,
        "application/cbor-seq" when isWatch => Encoding.Cbor,
        _ => null,
    };

    private static OutputFormat? FormatOf(Encoding encoding, Dictionary<string, string> parameters)
    {
        var format = new OutputFormat(encoding) { Pretty = parameters.GetValueOrDefault("pretty") == "1" };
        if (!parameters.TryGetValue("as", out var shape))
        {
            return format;
        }

        var (group, version) = (parameters.GetValueOrDefault("g", ""), parameters.GetValueOrDefault("v", ""));
        if (group != "meta.k8s.io" || version is not ("v1" or "v1beta1"))
        {
            return null;
        }

        return shape switch
        {
            "Table" when encoding != Encoding.Protobuf => format with { Shape = Shape.Table, ShapeVersion = version },
            "PartialObjectMetadata" or "PartialObjectMetadataList" => format with { Shape = Shape.Metadata, ShapeVersion = version },
            _ => null,
        };
    }

    private static IEnumerable<Clause> Clauses(string accept) =>
        accept.Split(',').Select(Parse).Where(clause => clause.Type.Length > 0).OrderByDescending(clause => clause.Quality);

    private static Clause Parse(string text)
    {
        var parts = text.Split(';');
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        var quality = 1.0;
        foreach (var part in parts.AsSpan(1))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
            {
                continue;
            }

            var (key, value) = (part[..equals].Trim(), part[(equals + 1)..].Trim());
            if (key == "q")
            {
                quality = double.TryParse(value, CultureInfo.InvariantCulture, out var parsed) ? parsed : 1.0;
            }
            else
            {
                parameters[key] = value;
            }
        }

        return new Clause(parts[0].Trim(), quality, parameters);
    }

    private sealed record Clause(string Type, double Quality, Dictionary<string, string> Parameters);
}
