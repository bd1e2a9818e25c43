using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.Rules;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.Registry;

/// <summary>A subresource whose body is the object itself, of which it may change a part: status, resize, approval, finalize …</summary>
public sealed class SubresourceTarget(string name) : UpdateTarget
{
    /// <inheritdoc/>
    public override string Subresource => name;

    /// <inheritdoc/>
    public override IObject BeforeUpdate(ServedResource resource, IObject value, IObject old, RequestFacts facts) =>
        RulesOf(resource)?.BeforeUpdate(value, old, facts) ?? value;

    /// <inheritdoc/>
    public override ErrorList Validate(ServedResource resource, IObject value, IObject old) =>
        RulesOf(resource)?.ValidateUpdate(value, old) ?? [];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Warnings(ServedResource resource, IObject value, IObject old) =>
        RulesOf(resource)?.Warnings(value, old) ?? [];

    private SubresourceRules? RulesOf(ServedResource resource) => resource.HubRules?.Subresource(name);
}
