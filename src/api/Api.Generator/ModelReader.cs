using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Cybernetes.Api.Generator;

/// <summary>Reads a record's declaration into a <see cref="RecordModel"/>.</summary>
internal static class ModelReader
{
    private static readonly SymbolDisplayFormat _qualified = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayFormat.FullyQualifiedFormat.MiscellaneousOptions | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static RecordModel Read(GeneratorAttributeSyntaxContext context)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var fields = type.GetMembers().OfType<IPropertySymbol>()
            .Select(property => (property, attribute: Attribute(property, "FieldAttribute")))
            .Where(pair => pair.attribute is not null)
            .Select(pair => ReadField(pair.property, pair.attribute!))
            .ToArray();
        var metadata = fields.FirstOrDefault(field => field.Property == "Metadata");
        var items = fields.FirstOrDefault(field => field.Property == "Items" && field.Shape == FieldShape.List && field.Element == ElementType.Message);
        var kind = Attribute(type, "KindAttribute");
        var listItem = metadata?.ElementShortName == "ListMeta" ? items?.ElementTypeName : null;
        var doc = Summary(type);
        return new RecordModel(
            type.ContainingNamespace.ToDisplayString(),
            type.Name,
            (string?)context.Attributes[0].ConstructorArguments[0].Value ?? "",
            doc.Length == 0 && listItem is not null ? $"Objects of the kind {items!.ElementShortName}, as a collection answers them." : doc,
            Inherited(type),
            kind is null ? null : ReadKind(kind, type.Name),
            metadata?.ElementShortName == "ObjectMeta",
            listItem,
            new EquatableArray<FieldModel>(fields));
    }

    private static KindModel ReadKind(AttributeData kind, string name) => new(
        (string)kind.ConstructorArguments[0].Value!,
        (string)kind.ConstructorArguments[1].Value!,
        Text(kind, "Kind") ?? name,
        Text(kind, "Plural") ?? "",
        Text(kind, "ShortNames") ?? "",
        Text(kind, "Categories") ?? "",
        Flag(kind, "Namespaced"));

    private static FieldModel ReadField(IPropertySymbol property, AttributeData attribute)
    {
        var type = property.Type;
        var pointer = type.NullableAnnotation == NullableAnnotation.Annotated;
        var shape = FieldShape.Single;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            pointer = true;
            type = nullable.TypeArguments[0];
        }
        else if (type is INamedTypeSymbol { IsGenericType: true, Name: "ValueList" or "ValueMap" } collection)
        {
            shape = collection.Name == "ValueList" ? FieldShape.List : FieldShape.Map;
            type = collection.TypeArguments[0];
        }

        var elementName = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return new FieldModel(
            property.Name,
            property.Type.ToDisplayString(_qualified),
            elementName,
            type.Name,
            Element(type),
            shape,
            pointer,
            type.IsValueType,
            (int)attribute.ConstructorArguments[0].Value!,
            Text(attribute, "Json") ?? char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1),
            Flag(attribute, "Always"),
            Flag(attribute, "Required"),
            Flag(attribute, "Inline"),
            Flag(attribute, "TypeMeta"),
            Text(attribute, "Default"),
            Text(attribute, "ListType"),
            Text(attribute, "MapKeys"),
            Text(attribute, "Patch"),
            Text(attribute, "MergeKey"),
            Text(attribute, "Enum"),
            Summary(property));
    }

    private static ElementType Element(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => ElementType.String,
        SpecialType.System_Boolean => ElementType.Boolean,
        SpecialType.System_Int32 => ElementType.Int32,
        SpecialType.System_Int64 => ElementType.Int64,
        SpecialType.System_Double => ElementType.Double,
        _ when type.Name == "Bytes" => ElementType.Bytes,
        _ => Attribute(type, "MessageAttribute") is null ? ElementType.Leaf : ElementType.Message,
    };

    private static AttributeData? Attribute(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == name);

    private static string? Text(AttributeData attribute, string name) => Named(attribute, name) as string;

    private static bool Flag(AttributeData attribute, string name) => Named(attribute, name) is true;

    private static object? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;

    /// <summary>The record whose comments stand in for those that are missing: <c>inheritdoc</c> with a type.</summary>
    private static string? Inherited(ISymbol symbol)
    {
        var match = Regex.Match(symbol.GetDocumentationCommentXml() ?? "", "<inheritdoc cref=\"T:([^\"]+)\"");
        return match.Success ? "global::" + match.Groups[1].Value : null;
    }

    /// <summary>The text of the summary comment, on one line.</summary>
    private static string Summary(ISymbol symbol)
    {
        var xml = symbol.GetDocumentationCommentXml();
        if (string.IsNullOrEmpty(xml))
        {
            return "";
        }

        var match = Regex.Match(xml, "<summary>(.*?)</summary>", RegexOptions.Singleline);
        var text = Regex.Replace(match.Groups[1].Value, "<see (?:cref|langword|href)=\"(?:[A-Z]:)?(?:[^\"]*\\.)?([^\".]*)\" ?/>", "$1");
        text = Regex.Replace(text, "</?c>", "`");
        text = Regex.Replace(text, "<[^>]*>", "");
        return Regex.Replace(text, "\\s+", " ").Trim().Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&");
    }
}
