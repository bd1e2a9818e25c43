using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api.Rules;

namespace Cybernetes.ApiServer.Admission.Policies;

/// <summary>A mutating policy with its expressions compiled. Immutable; safe for many threads.</summary>
internal sealed class CompiledMutation
{
    /// <summary>Compiles a policy. Throws <see cref="FormatException"/> where an expression is wrong.</summary>
    public CompiledMutation(MutatingAdmissionPolicy policy)
    {
        List<string> names = ["object", "oldObject", "request", "namespaceObject", "authorizer", "authorizer.requestResource", "variables", "params", "Object"];
        CelExpression Compile(string text, params ReadOnlySpan<string> results) => CelExpression.Compile(text, names, results);
        Conditions = [.. policy.Spec.MatchConditions.Select(condition => (condition.Name, Compile(condition.Expression.Trim(), "bool")))];
        Variables = policy.Spec.Variables.ToDictionary(variable => variable.Name, variable => Compile(variable.Expression), StringComparer.Ordinal);
        Mutations = [.. policy.Spec.Mutations.Select(mutation => (mutation.PatchType == "JSONPatch", Compile(mutation.PatchType == "JSONPatch" ? mutation.JsonPatch!.Expression : mutation.ApplyConfiguration!.Expression)))];
    }

    public IReadOnlyList<(string Name, CelExpression Expression)> Conditions { get; }

    public IReadOnlyDictionary<string, CelExpression> Variables { get; }

    public IReadOnlyList<(bool IsPatch, CelExpression Expression)> Mutations { get; }
}
