import Findings

extension Report.Product { static let metrolint = Report.Product(name: "metrolint", version: "0.1.0") }
