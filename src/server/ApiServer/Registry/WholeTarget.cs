using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.Rules;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.Registry;

/// <summary>The resource itself.</summary>
public sealed class WholeTarget : UpdateTarget
{
    /// <summary>The only one.</summary>
    public static WholeTarget Instance { get; } = new();

    /// <inheritdoc/>
    public override bool CreatesMissing(ServedResource resource) => resource.HubRules?.AllowCreateOnUpdate ?? false;

    /// <inheritdoc/>
    public override IObject BeforeUpdate(ServedResource resource, IObject value, IObject old, RequestFacts facts) =>
        resource.Judge is { } rules ? resource.ToHub(rules.BeforeUpdate(resource.ToJudged(value), resource.ToJudged(old), facts)) : value;

    /// <inheritdoc/>
    public override ErrorList Validate(ServedResource resource, IObject value, IObject old) =>
        resource.Judge?.ValidateUpdate(resource.ToJudged(value), resource.ToJudged(old)) ?? [];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Warnings(ServedResource resource, IObject value, IObject old) =>
        resource.Judge?.Warnings(resource.ToJudged(value), resource.ToJudged(old)) ?? [];
}
