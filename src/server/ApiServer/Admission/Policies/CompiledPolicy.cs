using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api.Rules;

namespace Cybernetes.ApiServer.Admission.Policies;

/// <summary>A validating policy with its expressions compiled. Immutable; safe for many threads.</summary>
internal sealed class CompiledPolicy
{
    /// <summary>Compiles a policy. Throws <see cref="FormatException"/> where an expression is wrong.</summary>
    public CompiledPolicy(ValidatingAdmissionPolicy policy)
    {
        Policy = policy;
        List<string> names = ["object", "oldObject", "request", "namespaceObject", "authorizer", "authorizer.requestResource", "variables", "params"];
        CelExpression Compile(string text, params ReadOnlySpan<string> results) => CelExpression.Compile(text, names, results);
        Conditions = [.. policy.Spec.MatchConditions.Select(condition => (condition.Name, Compile(condition.Expression.Trim(), "bool")))];
        Variables = policy.Spec.Variables.ToDictionary(variable => variable.Name, variable => Compile(variable.Expression), StringComparer.Ordinal);
        Validations = [.. policy.Spec.Validations.Select(validation => (validation, Compile(validation.Expression, "bool"), validation.MessageExpression.Length > 0 ? Compile(validation.MessageExpression, "string") : null))];
        Annotations = [.. policy.Spec.AuditAnnotations.Select(annotation => (annotation.Key, Compile(annotation.ValueExpression, "string", "null_type")))];
    }

    public ValidatingAdmissionPolicy Policy { get; }

    public IReadOnlyList<(string Name, CelExpression Expression)> Conditions { get; }

    public IReadOnlyDictionary<string, CelExpression> Variables { get; }

    public IReadOnlyList<(Validation Validation, CelExpression Expression, CelExpression? Message)> Validations { get; }

    public IReadOnlyList<(string Key, CelExpression Expression)> Annotations { get; }
}
