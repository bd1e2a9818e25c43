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
        resource.HubRules?.BeforeUpdate(value, old, facts) ?? value;

    /// <inheritdoc/>
    public override ErrorList Validate(ServedResource resource, IObject value, IObject old) =>
        resource.HubRules?.ValidateUpdate(value, old) ?? [];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Warnings(ServedResource resource, IObject value, IObject old) =>
        resource.HubRules?.Warnings(value, old) ?? [];
}
