using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.Client.Http;

namespace Cybernetes.ApiServer.Audit;

/// <summary>The bodies of requests and answers as audit events carry them: JSON.</summary>
internal static class AuditBodies
{
    public static Unknown? OfRequest(RequestContext context, bool omitManagedFields)
    {
        if (context.BodyObject is { } item)
        {
            return Of(item, omitManagedFields);
        }
        if (context.Body.IsEmpty)
        {
            return null;
        }
        try
        {
            if (context.ContentType.Contains("protobuf", StringComparison.Ordinal))
            {
                return WireBodies.DecodeProtobuf(context.Body.Span, null) is { } decoded ? Of(decoded, omitManagedFields) : null;
            }
            return Wrap(context.ContentType.Contains("yaml", StringComparison.Ordinal) ? YamlReader.Read(context.Body.Span) : Value.ParseJson(context.Body.Span), omitManagedFields);
        }
        catch (WireException)
        {
            // What cannot be read was refused; the answer says why.
            return null;
        }
    }

    public static Unknown? OfResponse(Response response, bool omitManagedFields) => response switch
    {
        ObjectResponse answer => Of(answer.Object, omitManagedFields),
        StoredResponse stored => Of((IKind)stored.Object.Object, omitManagedFields),
        _ => null,
    };

    private static Unknown Of(IKind item, bool omitManagedFields)
    {
        if (omitManagedFields && item is IObject { Metadata.ManagedFields.IsEmpty: false } kept)
        {
            item = kept.WithMetadata(kept.Metadata with { ManagedFields = default });
        }
        return Json(MessageText.ToJson(item));
    }

    private static Unknown Wrap(Value body, bool omitManagedFields)
    {
        if (omitManagedFields && body["metadata"].IsMap)
        {
            body = body.With("metadata", body["metadata"].Without("managedFields"));
        }
        return Json(body.ToJson());
    }

    private static Unknown Json(byte[] json) => Unknown.Empty with { Raw = Bytes.Adopt(json), ContentType = "application/json" };
}
