using System.Globalization;
using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Pipeline;

namespace Cybernetes.ApiServer.Connect;

/// <summary>What a connection asks for, from its query, as the options object that admission judges.</summary>
internal static class ConnectOptions
{
    public static IKind? Of(GroupVersionKind kind, QueryParameters query)
    {
        if (Kinds.Find(kind) is not { } codec)
        {
            return null;
        }

        var value = Value.MapOf(("apiVersion", kind.Group.Length == 0 ? kind.Version : $"{kind.Group}/{kind.Version}"), ("kind", kind.Kind));
        foreach (var field in codec.Schema.JsonFields)
        {
            var given = query.Values(field.JsonName);
            if (given.Count > 0)
            {
                value = value.With(field.JsonName, field.Shape == FieldShape.List ? Value.List(given.Select(text => Of(field, text)).ToValueList()) : Of(field, given[0]));
            }
        }

        return codec.ReadJson(value.ToJson());
    }

    private static Value Of(FieldSchema field, string text) => field.Type switch
    {
        FieldType.Boolean => text is not ("false" or "0"),
        FieldType.String => text,
        _ => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : Value.Null,
    };
}
