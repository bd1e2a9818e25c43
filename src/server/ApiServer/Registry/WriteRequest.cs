using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.Rules;
using Cybernetes.ApiServer.Admission;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.Registry;

/// <summary>Who writes what, as all verbs that write need it. Immutable but for the warnings it gathers.</summary>
public sealed record WriteRequest(ServedResource Resource, UserInfo User)
{
    /// <summary>The resource's storage.</summary>
    public ResourceStorage Storage => Resource.Storage ?? throw new InvalidOperationException($"{Resource.GroupResource} stores nothing");

    /// <summary>Namespace; empty for cluster-wide.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>Name; empty where it is not known yet.</summary>
    public string Name { get; init; } = "";

    /// <summary>Subresource; empty for none.</summary>
    public string Subresource { get; init; } = "";

    /// <summary>CreateOptions, UpdateOptions, PatchOptions or DeleteOptions.</summary>
    public IKind? Options { get; init; }

    /// <summary>Whether nothing is to be written in the end.</summary>
    public bool DryRun { get; init; }

    /// <summary>Where texts for Warning headers go.</summary>
    public Action<string> Warn { get; init; } = _ => { };

    /// <summary>Where annotations of the audit record go.</summary>
    public Action<string, string> Annotate { get; init; } = (_, _) => { };

    /// <summary>What the rules may know.</summary>
    public RequestFacts Facts(DateTimeOffset now) => new()
    {
        User = User.Name,
        Uid = User.Uid,
        Groups = User.Groups.ToValueList(),
        Extra = User.Extra.ToValueMap(entry => entry.Key, entry => new StringList(entry.Value.ToValueList())),
        Now = now,
    };

    /// <summary>The form in which admission sees the write.</summary>
    public AdmissionAttributes Attributes(AdmissionOperation operation, IKind? value, IKind? old) => new()
    {
        Operation = operation,
        Kind = (value ?? old)?.GroupVersionKind ?? Resource.Storage?.Hub.Info.Kind ?? Resource.Kind,
        Resource = Resource.Storage?.Hub.Info.Resource ?? Resource.Info.Resource,
        User = User,
        Subresource = Subresource,
        Namespace = Resource.Info.Resource is { Group: "", Resource: "namespaces" } ? Name : Namespace,
        Name = Name,
        Object = value,
        OldObject = old,
        Options = Options,
        DryRun = DryRun,
    };

    /// <summary>Refuses with what the rules found wrong; nothing happens where nothing is.</summary>
    public void ThrowIfInvalid(string name, ErrorList errors, GroupKind? kind = null)
    {
        if (!errors.IsEmpty)
        {
            throw InvalidStatus.From(kind ?? (Resource.Storage?.Hub ?? Resource.Codec).Info.Kind.GroupKind, name, errors);
        }
    }
}
