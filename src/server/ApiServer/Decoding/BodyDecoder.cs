using System.Collections.Frozen;
using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Negotiation;
using Cybernetes.ApiServer.Pipeline;

namespace Cybernetes.ApiServer.Decoding;

/// <summary>Reads a request's body as the kind that the resource wants, with upstream's refusals and field validation (KEP-2885).</summary>
public static class BodyDecoder
{
    private const string DeleteOptionsKind = "DeleteOptions";
    private const string YamlPrefix = "error converting YAML to JSON: ";

    private static readonly FrozenSet<string> _versions = Kinds.All.Select(codec => codec.Info.Kind.ApiVersion).ToFrozenSet();

    /// <summary>The body as a kind; unknown and repeated fields are refused, warned of or passed over as <paramref name="fieldValidation"/> says.</summary>
    /// <exception cref="ApiException">The body is not of the kind.</exception>
    public static IKind Read(RequestContext context, KindCodec codec, string fieldValidation)
    {
        if (context.BodyObject is { } given)
        {
            return given.GroupVersionKind == codec.Info.Kind ? given : throw WrongKind(given.GroupVersionKind, codec.Info.Kind);
        }

        var encoding = context.ContentType.Length == 0 ? Encoding.Json : MediaTypes.Parse(context.ContentType);
        return encoding switch
        {
            Encoding.Json => ReadJson(context, codec, context.Body.Span, fieldValidation, context.Body.Span),
            Encoding.Protobuf => ReadProtobuf(context.Body.Span, codec),
            Encoding.Yaml => ReadYaml(context, codec, fieldValidation),
            Encoding.Cbor => ReadCbor(context, codec, fieldValidation),
            _ => throw ApiErrors.UnsupportedMediaType(MediaTypes.Named),
        };
    }

    /// <summary>A JSON document as a kind.</summary>
    public static IKind ReadJson(RequestContext context, KindCodec codec, ReadOnlySpan<byte> document, string fieldValidation, ReadOnlySpan<byte> original)
    {
        var expected = codec.Info.Kind;
        var found = TypeMeta.Read(document, expected, original);
        if (!Fits(found, expected))
        {
            throw WrongKind(found, expected);
        }

        if (fieldValidation is not "Ignore")
        {
            var problems = StrictScan.Find(document, codec.Schema);
            if (problems.Count > 0 && fieldValidation == "Strict")
            {
                throw ApiErrors.BadRequest($"{found.Kind} in version \"{found.Version}\" cannot be handled as a {expected.Kind}: strict decoding error: {string.Join(", ", problems)}");
            }

            context.Warn(problems);
        }

        try
        {
            return codec.ReadJson(document);
        }
        catch (WireException error)
        {
            throw ApiErrors.BadRequest($"{found.Kind} in version \"{found.Version}\" cannot be handled as a {expected.Kind}: {error.Message}");
        }
    }

    private static IKind ReadCbor(RequestContext context, KindCodec codec, string fieldValidation)
    {
        var body = context.Body.Span;
        try
        {
            return ReadJson(context, codec, CborReader.Read(body).ToJson(), fieldValidation, body);
        }
        catch (WireException error)
        {
            throw ApiErrors.BadRequest($"the object provided is unrecognized (must be of type {codec.Info.Kind.Kind}): {error.Message} ({TypeMeta.Excerpt(body)})");
        }
    }

    private static IKind ReadYaml(RequestContext context, KindCodec codec, string fieldValidation)
    {
        var body = context.Body.Span;
        Value document;
        try
        {
            document = YamlReader.Read(body);
        }
        catch (WireException error)
        {
            var why = error.Message.StartsWith(YamlPrefix, StringComparison.Ordinal) ? error.Message[YamlPrefix.Length..] : error.Message;
            throw ApiErrors.BadRequest($"the object provided is unrecognized (must be of type {codec.Info.Kind.Kind}): {why} ({TypeMeta.Excerpt(body)})");
        }

        return ReadJson(context, codec, document.ToJson(), fieldValidation, body);
    }

    private static IKind ReadProtobuf(ReadOnlySpan<byte> document, KindCodec codec)
    {
        var expected = codec.Info.Kind;
        if (!document.StartsWith(ObjectEncoder.ProtobufPrefix))
        {
            throw ApiErrors.BadRequest($"the object provided is unrecognized (must be of type {expected.Kind}): provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]");
        }

        try
        {
            var envelope = ProtoReader.Read<Unknown>(document[ObjectEncoder.ProtobufPrefix.Length..]);
            var found = GroupVersionKind.From(envelope.ApiVersion, envelope.Kind);
            return Fits(found, expected) || found.Kind.Length == 0 ? codec.ReadProto(envelope.Raw.Span) : throw WrongKind(found, expected);
        }
        catch (WireException error)
        {
            throw ApiErrors.BadRequest($"the object provided is unrecognized (must be of type {expected.Kind}): {error.Message}");
        }
    }

    // Upstream registers the options of the verbs in every group and version; client-go sends a delete's under those of the object's own.
    private static bool Fits(GroupVersionKind found, GroupVersionKind expected) =>
        found == expected || (found.Kind == DeleteOptionsKind && expected.Kind == DeleteOptionsKind && _versions.Contains(found.ApiVersion));

    private static ApiException WrongKind(GroupVersionKind found, GroupVersionKind expected)
    {
        if (Kinds.Find(found) is null)
        {
            var version = found.ApiVersion;
            return ApiErrors.BadRequest($"{found.Kind} in version \"{found.Version}\" cannot be handled as a {expected.Kind}: no kind \"{found.Kind}\" is registered for version \"{version}\" in scheme \"pkg/api/legacyscheme/scheme.go:30\"");
        }

        return found.Kind == expected.Kind
            ? ApiErrors.BadRequest($"the API version in the data ({found.ApiVersion}) does not match the expected API version ({expected.ApiVersion})")
            : ApiErrors.BadRequest($"{found.Kind} in version \"{found.Version}\" cannot be handled as a {expected.Kind}: converting ({GoType(found)}) to ({InternalType(expected)}): unknown conversion");
    }

    private static string GoType(GroupVersionKind kind) => $"{kind.Version}.{kind.Kind}";

    private static string InternalType(GroupVersionKind kind)
    {
        var dot = kind.Group.IndexOf('.', StringComparison.Ordinal);
        return $"{(kind.Group.Length == 0 ? "core" : dot < 0 ? kind.Group : kind.Group[..dot])}.{kind.Kind}";
    }
}
