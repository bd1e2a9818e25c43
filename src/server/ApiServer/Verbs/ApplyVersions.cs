using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.Verbs;

/// <summary>Every declared version of a kind, for owners whose fields are named in another version than the object's.</summary>
internal sealed class ApplyVersions(string kind) : IApplyVersions
{
    public MergeType? TypeOf(string apiVersion) => Find(apiVersion) is { } codec ? MessageMergeTypes.Of(codec.Schema) : null;

    public Value? Convert(Value document, string apiVersion)
    {
        if (document["apiVersion"].AsString == apiVersion)
        {
            return document;
        }

        if (Find(document["apiVersion"].AsString ?? "") is not { } from || Find(apiVersion) is not { } to)
        {
            return null;
        }

        return FieldOwnership.Document(Conversion.To((IObject)from.ReadJson(document.ToJson()), to));
    }

    private KindCodec? Find(string apiVersion) => Kinds.Find(GroupVersionKind.From(apiVersion, kind));
}
